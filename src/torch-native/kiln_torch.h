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

} // extern "C"
