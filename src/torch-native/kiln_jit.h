// TorchScript: programs with their weights that Python saved. What goes into a call and comes out of it are trees of
// values.
#pragma once
#include "kiln_torch.h"

extern "C" {

// The kinds of value that only these functions know. Their children are count KilnValue at pointer.
enum KilnTreeTag {
  KILN_TUPLE = 64,
  KILN_LIST = 65,
  KILN_DICT = 66, // keys and values in turn
};

enum KilnJitMembers {
  KILN_JIT_PARAMETERS = 0,
  KILN_JIT_BUFFERS = 1,
  KILN_JIT_CHILDREN = 2,
};

} // extern "C"

// Texts are UTF-8, pointer and length. All memory and all handles in a result are the caller's: memory goes to
// kiln_memory_free, tensors to kiln_tensor_free, modules to kiln_jit_module_free.
KILN_API KilnError *kiln_jit_load(const char *path, int32_t length, int32_t device_type, int32_t device_index,
                                  void **result);
KILN_API KilnError *kiln_jit_save(void *module, const char *path, int32_t length);
KILN_API KilnError *kiln_jit_save_tensor(void *tensor, const char *path, int32_t length);
KILN_API void kiln_jit_module_free(void *module);

// A list of names and members in turn; a child is an integer that holds its handle. Without those of children.
KILN_API KilnError *kiln_jit_members(void *module, int32_t kind, KilnValue *result);
KILN_API KilnError *kiln_jit_set_training(void *module, int32_t on);
KILN_API int32_t kiln_jit_is_training(void *module);

// How many inputs and outputs `forward` has, two integers.
KILN_API KilnError *kiln_jit_signature(void *module, int32_t *inputs, int32_t *outputs);
KILN_API KilnError *kiln_jit_invoke(void *module, const char *name, int32_t length, const KilnValue *arguments,
                                    int32_t argument_count, KilnValue *result);

KILN_API KilnError *kiln_jit_compile(const char *source, int32_t length, void **result);
KILN_API void kiln_jit_unit_free(void *unit);
KILN_API KilnError *kiln_jit_unit_invoke(void *unit, const char *name, int32_t length, const KilnValue *arguments,
                                         int32_t argument_count, KilnValue *result);
