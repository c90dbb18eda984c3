// The whole interface between C# and libtorch: flat C, fixed-width integers, pointer + length.
//
// A tensor handle is a TensorImpl* that holds one reference; kiln_tensor_free gives it back.
// Every function that can fail returns an error that the caller reads and frees with kiln_error_free, or null.
#pragma once
#include <stdint.h>

#define KILN_API extern "C" __attribute__((visibility("default")))

extern "C" {

// What went wrong, for the caller to choose an exception type.
enum KilnErrorKind {
  KILN_ERROR_OTHER = 1,
  KILN_ERROR_INDEX = 2,
  KILN_ERROR_VALUE = 3,
  KILN_ERROR_TYPE = 4,
  KILN_ERROR_NOT_IMPLEMENTED = 5,
  KILN_ERROR_LINEAR_ALGEBRA = 6,
  KILN_ERROR_OUT_OF_MEMORY = 7,
  KILN_ERROR_CALLBACK = 8, // the text is the pointer that the callback returned
};

struct KilnError {
  int32_t kind;
  int32_t length; // of the text, in bytes of UTF-8
  char text[1];   // and a final zero
};

// The kinds of value that cross the boundary. `count` and `as` hold what the comment says.
enum KilnTag {
  KILN_NONE = 0,
  KILN_TENSOR = 1,     // pointer: tensor handle
  KILN_INT = 2,        // integer
  KILN_DOUBLE = 3,     // real
  KILN_BOOL = 4,       // integer, 0 or 1
  KILN_INTS = 5,       // pointer to count int64_t
  KILN_DOUBLES = 6,    // pointer to count double
  KILN_BOOLS = 7,      // pointer to count uint8_t
  KILN_TENSORS = 8,    // pointer to count handles
  KILN_STRING = 9,     // pointer to count bytes of UTF-8
  KILN_DEVICE = 10,    // count: device type, integer: index
  KILN_GENERATOR = 11, // pointer: generator handle
  KILN_COMPLEX = 12,   // pointer to two doubles
  KILN_SCALARS = 13,   // pointer to count KilnValue
  KILN_DEFAULT = 14,   // the default of the operator's schema
};

struct KilnValue {
  int32_t tag;
  int32_t count;
  union {
    int64_t integer;
    double real;
    void *pointer;
  } as;
};

enum KilnTensorFlags {
  KILN_REQUIRES_GRAD = 1,
  KILN_IS_LEAF = 2,
  KILN_IS_CONTIGUOUS = 4,
  KILN_IS_QUANTIZED = 8,
  KILN_IS_SPARSE = 16,
  KILN_IS_UNRESOLVED = 32, // the memory holds the conjugate or the negative of the elements
};

// Pointers stay valid as long as the tensor lives and is not resized.
struct KilnTensorFacts {
  void *data;             // null for tensors that are not strided
  const int64_t *sizes;   // dimensions many
  const int64_t *strides; // dimensions many, null for tensors that are not strided
  int64_t elements;
  int32_t dimensions;
  int32_t scalar_type;
  int32_t device_type;
  int32_t device_index;
  int32_t flags;
  int32_t version; // counts in-place changes; 0 for inference tensors
};

// The numbers of an optimizer's step. Rates are what a whole step moves by, with every correction in them.

// w <- w - rate m; m = g, or with momentum the buffer b <- momentum b + take g, or with nesterov g + momentum b.
struct KilnSgdStep {
  double rate;
  double weight_decay;
  double momentum; // 0: there are no buffers
  double take;
  int32_t nesterov;
  int32_t maximize;
};

// w <- shrink w - rate m / (sqrt(v) / root_scale + eps); m <- mean_keep m + mean_take g; v <- square_keep v +
// square_take g²
struct KilnAdamStep {
  double rate;
  double weight_decay;
  double shrink;
  double mean_keep;
  double mean_take;
  double square_keep;
  double square_take;
  double root_scale;
  double eps;
  int32_t keeps_largest; // v is the largest one so far
  int32_t maximize;
};

// w <- w - rate g / (sqrt(v - m²) + eps); v <- keep v + take g²; m <- keep m + take g, without centering 0. With
// momentum the buffer b <- momentum b + g / (…) moves w.
struct KilnRmsPropStep {
  double rate;
  double weight_decay;
  double momentum; // 0: there are no buffers
  double keep;
  double take;
  double eps;
  int32_t centered;
  int32_t maximize;
};

// A function of the caller's that libtorch calls. It gets handles that it frees, null for undefined tensors, and gives
// handles or null. It returns null, or what tells of its failure. `release` is called once, when nobody needs it more.
struct KilnCallback {
  void *(*call)(void *state, void *const *inputs, int32_t input_count, void **outputs, int32_t output_count);
  void (*release)(void *state);
  void *state;
};

// An operation with a backward pass of the caller's. The callback gets a gradient for each output, then what was saved,
// and gives a gradient for each input.
struct KilnFunction {
  KilnCallback callback;
  const char *name;
  void *const *inputs;
  void *const *outputs;
  void *const *dirty;     // inputs that were changed in place
  void *const *constants; // outputs without gradient
  void *const *saved;     // may have nulls
  int32_t input_count;
  int32_t output_count;
  int32_t dirty_count;
  int32_t constant_count;
  int32_t saved_count;
  int32_t materialize_grads; // whether the callback gets zeros for missing gradients
};

} // extern "C"

// Errors: errors.cpp
KILN_API void kiln_error_free(KilnError *error);

// Memory of lists and texts in results: values.cpp
KILN_API void kiln_memory_free(void *memory);

// Operators: operators.cpp
KILN_API KilnError *kiln_operator_find(const char *name, const char *overload, void **result);
KILN_API KilnError *kiln_operator_call(const void *handle, const KilnValue *arguments, int32_t argument_count,
                                       KilnValue *results, int32_t capacity);

// Tensors: tensors.cpp. A complex item is allocated: the caller frees it with kiln_memory_free.
KILN_API void kiln_tensor_free(void *handle);
KILN_API void kiln_tensors_free(void *const *handles, int32_t count);
KILN_API int64_t kiln_tensor_elements(void *handle);
KILN_API int32_t kiln_tensor_scalar_type(void *handle);
KILN_API KilnError *kiln_tensor_facts(void *handle, KilnTensorFacts *facts);
KILN_API KilnError *kiln_tensor_new(const int64_t *sizes, int32_t dimensions, int32_t scalar_type, const void *data,
                                    int64_t bytes, void **result);
KILN_API KilnError *kiln_tensor_storage(void *handle, void **data, int64_t *bytes);
KILN_API KilnError *kiln_tensor_item(void *handle, KilnValue *result);

// Bytes of all living tensors but the smallest: block_cache.cpp
KILN_API int64_t kiln_allocated_bytes();

// Gradients: autograd.cpp
KILN_API KilnError *kiln_set_requires_grad(void *handle, int32_t on);
KILN_API KilnError *kiln_get_grad(void *handle, void **result);
KILN_API KilnError *kiln_set_grad(void *handle, void *grad);
KILN_API KilnError *kiln_get_grads(void *const *handles, int32_t count, void **results);
KILN_API KilnError *kiln_clear_grads(void *const *handles, int32_t count);
KILN_API KilnError *kiln_retain_grad(void *handle);
KILN_API int32_t kiln_get_grad_mode();
KILN_API void kiln_set_grad_mode(int32_t on);
KILN_API KilnError *kiln_inference_enter(int32_t on, void **guard);
KILN_API void kiln_inference_leave(void *guard);
KILN_API KilnError *kiln_backward(void *const *tensors, int32_t tensor_count, void *const *grads, int32_t grad_count,
                                  int32_t retain_graph, int32_t create_graph, void *const *inputs, int32_t input_count);
KILN_API KilnError *kiln_grad(void *const *outputs, int32_t output_count, void *const *inputs, int32_t input_count,
                              void *const *grads, int32_t grad_count, int32_t retain_graph, int32_t create_graph,
                              int32_t allow_unused, void **results);

// Optimizers: optimizer_steps.cpp. A list of `count` handles for each role: weights, gradients, then
// sgd: buffers if there is momentum; adam: means, squares, largest squares if kept;
// rmsprop: squares, means if centered, buffers if there is momentum.
// `done` is 0 if a tensor is not a plain array of float or double, or one is laid out otherwise than its weight: then
// nothing was changed.
KILN_API KilnError *kiln_sgd_step(const KilnSgdStep *step, void *const *const *lists, int32_t count, int32_t *done);
KILN_API KilnError *kiln_adam_step(const KilnAdamStep *step, void *const *const *lists, int32_t count, int32_t *done);
KILN_API KilnError *kiln_rmsprop_step(const KilnRmsPropStep *step, void *const *const *lists, int32_t count,
                                      int32_t *done);

// Callbacks in the backward pass: callbacks.cpp
KILN_API void kiln_tensor_retain(void *handle);
KILN_API KilnError *kiln_hook_add(void *handle, KilnCallback callback, int32_t *position);
KILN_API KilnError *kiln_hook_remove(void *handle, int32_t position);
KILN_API KilnError *kiln_function_record(const KilnFunction *function, void **results);
KILN_API int32_t kiln_set_anomaly_mode(int32_t on, int32_t check_nan);

// Random numbers: random.cpp
KILN_API KilnError *kiln_generator_new(uint64_t seed, void **result);
KILN_API KilnError *kiln_generator_default(void **result);
KILN_API void kiln_generator_free(void *handle);
KILN_API KilnError *kiln_generator_set_seed(void *handle, uint64_t seed);
KILN_API KilnError *kiln_generator_new_seed(void *handle, uint64_t *result);
KILN_API KilnError *kiln_generator_get_seed(void *handle, uint64_t *result);
KILN_API KilnError *kiln_generator_get_state(void *handle, void **result);
KILN_API KilnError *kiln_generator_set_state(void *handle, void *state);

// Threads, memory, build: runtime.cpp
KILN_API KilnError *kiln_start(int32_t threads);
KILN_API KilnError *kiln_set_threads(int32_t count);
KILN_API int32_t kiln_get_threads();
// The calling thread alone gives each of its operators one thread.
KILN_API KilnError *kiln_use_one_thread();
KILN_API KilnError *kiln_set_interop_threads(int32_t count);
KILN_API int32_t kiln_get_interop_threads();
KILN_API int32_t kiln_get_deterministic();
KILN_API KilnError *kiln_set_deterministic(int32_t on, int32_t warn_only);
KILN_API KilnError *kiln_build_text(char **result);
