// Values of the boundary to IValues of libtorch's boxed calls and back.
#pragma once
#include "support.h"
#include <ATen/core/dispatch/Dispatcher.h>
#include <functional>
#include <string>
#include <type_traits>
#include <vector>

namespace kiln {

// What an operator's argument takes, worked out once from its schema.
enum class ArgumentKind : uint8_t {
  Other,
  Tensor,
  Int,
  Float,
  Bool,
  Scalar,
  String,
  Device,
  Generator,
  Ints,
  Floats,
  Bools,
  Scalars,
  Tensors,
  OptionalTensors,
};

struct Argument {
  ArgumentKind kind;
  bool optional;
  bool has_default;
  int32_t fixed_length; // of int[2] and its like, which also take one number for all places; otherwise 0
  int32_t choices;      // of enumerations, whose numbers libtorch does not check; otherwise 0
  c10::IValue default_value;
  KilnValue default_as_value; // the same for unboxed calls, or KILN_DEFAULT where it cannot be said so
  std::vector<int64_t> default_ints;
};

// A copy would leave default_as_value pointing into the original.
static_assert(std::is_nothrow_move_constructible_v<Argument>, "a growing list of arguments must move them");

struct Operator;

// Calls an operator without boxing. False: the values are not of the kinds its signature has, nothing was called.
// Every argument must have a value.
using FastCall = bool (*)(const Operator &op, const KilnValue *values, KilnValue *results, int32_t capacity);

// Throws where the values are such that the operator would not return.
using Check = std::function<void(const Operator &op, const KilnValue *values, size_t count)>;

struct Operator {
  c10::OperatorHandle handle;
  std::vector<Argument> arguments;
  FastCall fast_call;
  Check check; // empty for nearly all operators
};

Argument classify(const c10::Argument &argument);
c10::Scalar to_scalar(const KilnValue &value);
void push_argument(std::vector<c10::IValue> &stack, const Operator &op, size_t position, const KilnValue &value);

// Complex numbers, lists and strings in the result are allocated with malloc: the caller frees them with
// kiln_memory_free.
void pull_result(c10::IValue &value, KilnValue &result);
void pull_complex(c10::complex<double> number, KilnValue &result);

} // namespace kiln
