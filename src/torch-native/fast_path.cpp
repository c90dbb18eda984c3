#include "fast_path.h"
#include "likelihood.h"
#include <ATen/ops/log_softmax.h>
#include <algorithm>
#include <string>
#include <type_traits>
#include <utility>

namespace kiln {
namespace {

using Tensor = const at::Tensor &;
using Changed = at::Tensor &;
using Maybe = const c10::optional<at::Tensor> &;
using Scalar = const at::Scalar &;
using Ints = at::IntArrayRef;
using SymInts = c10::SymIntArrayRef;
using MaybeInts = at::OptionalIntArrayRef;
using MaybeType = c10::optional<at::ScalarType>;
using Tensors = at::TensorList;

bool is_number(const KilnValue &value) {
  return value.tag == KILN_INT || value.tag == KILN_DOUBLE || value.tag == KILN_BOOL;
}

Ints to_ints(const KilnValue &value) {
  return {static_cast<const int64_t *>(value.as.pointer), static_cast<size_t>(value.count)};
}

// How each C++ argument type is read from a value, and which values can be read that way.
template <class Type> struct Reader;

template <> struct Reader<Tensor> {
  static bool fits(const KilnValue &value) { return value.tag == KILN_TENSOR; }
  static Tensor read(const KilnValue &value) { return peek(value.as.pointer); }
};
template <> struct Reader<Changed> {
  static bool fits(const KilnValue &value) { return value.tag == KILN_TENSOR; }
  static Changed read(const KilnValue &value) { return peek_mutable(value.as.pointer); }
};
template <> struct Reader<Maybe> {
  static bool fits(const KilnValue &value) { return value.tag == KILN_TENSOR || value.tag == KILN_NONE; }
  static c10::optional<at::Tensor> read(const KilnValue &value) {
    return value.tag == KILN_TENSOR ? c10::optional<at::Tensor>(borrow(value.as.pointer)) : c10::nullopt;
  }
};
template <> struct Reader<Scalar> {
  static bool fits(const KilnValue &value) { return is_number(value); }
  static at::Scalar read(const KilnValue &value) { return to_scalar(value); }
};
template <> struct Reader<int64_t> {
  static bool fits(const KilnValue &value) { return value.tag == KILN_INT; }
  static int64_t read(const KilnValue &value) { return value.as.integer; }
};
template <> struct Reader<double> {
  static bool fits(const KilnValue &value) { return value.tag == KILN_DOUBLE; }
  static double read(const KilnValue &value) { return value.as.real; }
};
template <> struct Reader<bool> {
  static bool fits(const KilnValue &value) { return value.tag == KILN_BOOL; }
  static bool read(const KilnValue &value) { return value.as.integer != 0; }
};
template <> struct Reader<Ints> {
  static bool fits(const KilnValue &value) { return value.tag == KILN_INTS; }
  static Ints read(const KilnValue &value) { return to_ints(value); }
};
template <> struct Reader<SymInts> {
  static bool fits(const KilnValue &value) { return value.tag == KILN_INTS; }
  static SymInts read(const KilnValue &value) { return c10::fromIntArrayRef(to_ints(value)); }
};
template <> struct Reader<MaybeInts> {
  static bool fits(const KilnValue &value) { return value.tag == KILN_INTS || value.tag == KILN_NONE; }
  static MaybeInts read(const KilnValue &value) {
    return value.tag == KILN_INTS ? MaybeInts(to_ints(value)) : MaybeInts();
  }
};
template <> struct Reader<MaybeType> {
  static bool fits(const KilnValue &value) {
    return value.tag == KILN_NONE || (value.tag == KILN_INT && value.as.integer >= 0 &&
                                      value.as.integer < static_cast<int64_t>(at::ScalarType::NumOptions));
  }
  static MaybeType read(const KilnValue &value) {
    return value.tag == KILN_INT ? MaybeType(static_cast<at::ScalarType>(value.as.integer)) : c10::nullopt;
  }
};
template <> struct Reader<Tensors> {
  // A missing tensor is left to the boxed way, which refuses it.
  static bool fits(const KilnValue &value) {
    if (value.tag != KILN_TENSORS)
      return false;
    auto handles = static_cast<void *const *>(value.as.pointer);
    return std::find(handles, handles + value.count, nullptr) == handles + value.count;
  }
  // A list of handles is a list of tensors, for the reason that peek gives.
  static Tensors read(const KilnValue &value) {
    return {static_cast<const at::Tensor *>(value.as.pointer), static_cast<size_t>(value.count)};
  }
};

// What the caller wants of each kind of result: in-place operators and those without result are called with room for
// none.
template <class Result> constexpr int32_t wanted_results = std::is_same_v<Result, at::Tensor> ? 1 : 0;

// libtorch accepts signatures with another result for operators whose C++ signature it does not know, such as
// hsplit.array; a call would then write a list where there is room for a tensor.
template <class Result> bool returns(const Operator &op) {
  auto &results = op.handle.schema().returns();
  if constexpr (std::is_void_v<Result>)
    return results.empty();
  else
    return results.size() == 1 && results[0].type()->kind() == c10::TypeKind::TensorType;
}

void put(KilnValue &result, at::Tensor &&tensor) {
  void *handle = give(std::move(tensor));
  result = KilnValue{handle ? KILN_TENSOR : KILN_NONE, 0, {0}};
  result.as.pointer = handle;
}

template <class Signature> struct Typed;

template <class Result, class... Arguments> struct Typed<Result(Arguments...)> {
  static constexpr size_t count = sizeof...(Arguments);

  static bool fits(const Operator &op) { return op.arguments.size() == count && returns<Result>(op); }

  static bool call(const Operator &op, const KilnValue *values, KilnValue *results, int32_t capacity) {
    return capacity == wanted_results<Result> &&
           call_each(op, values, results, std::make_index_sequence<sizeof...(Arguments)>());
  }

  static const KilnValue &value_at(const Operator &op, const KilnValue *values, size_t i) {
    return values[i].tag == KILN_DEFAULT ? op.arguments[i].default_as_value : values[i];
  }

  template <size_t... I>
  static bool call_each(const Operator &op, const KilnValue *values, KilnValue *results, std::index_sequence<I...>) {
    if (!(Reader<Arguments>::fits(value_at(op, values, I)) && ...))
      return false;
    // The handle was checked against this very signature when it was chosen.
    auto &typed = reinterpret_cast<const c10::TypedOperatorHandle<Result(Arguments...)> &>(op.handle);
    if constexpr (std::is_same_v<Result, at::Tensor>) {
      put(results[0], typed.call(Reader<Arguments>::read(value_at(op, values, I))...));
    } else {
      typed.call(Reader<Arguments>::read(value_at(op, values, I))...);
    }
    return true;
  }
};

// The losses over classes: small batches take a way that wakes no thread.
bool call_cross_entropy(const Operator &op, const KilnValue *values, KilnValue *results, int32_t capacity) {
  using All = Typed<at::Tensor(Tensor, Tensor, Maybe, int64_t, int64_t, double)>;
  const KilnValue &weight = All::value_at(op, values, 2), &reduction = All::value_at(op, values, 3);
  const KilnValue &ignored = All::value_at(op, values, 4), &smoothing = All::value_at(op, values, 5);
  if (capacity == 1 && values[0].tag == KILN_TENSOR && values[1].tag == KILN_TENSOR && weight.tag == KILN_NONE &&
      reduction.tag == KILN_INT && ignored.tag == KILN_INT && smoothing.tag == KILN_DOUBLE && smoothing.as.real == 0) {
    const at::Tensor &scores = peek(values[0].as.pointer), &target = peek(values[1].as.pointer);
    if (is_small_batch(scores, target, reduction.as.integer)) {
      auto log_probabilities = at::log_softmax(scores, 1);
      put(results[0], nll_of_small_batch(log_probabilities, target, reduction.as.integer, ignored.as.integer));
      return true;
    }
  }
  return All::call(op, values, results, capacity);
}

bool call_nll(const Operator &op, const KilnValue *values, KilnValue *results, int32_t capacity) {
  using All = Typed<at::Tensor(Tensor, Tensor, Maybe, int64_t, int64_t)>;
  const KilnValue &weight = All::value_at(op, values, 2), &reduction = All::value_at(op, values, 3);
  const KilnValue &ignored = All::value_at(op, values, 4);
  if (capacity == 1 && values[0].tag == KILN_TENSOR && values[1].tag == KILN_TENSOR && weight.tag == KILN_NONE &&
      reduction.tag == KILN_INT && ignored.tag == KILN_INT) {
    const at::Tensor &scores = peek(values[0].as.pointer), &target = peek(values[1].as.pointer);
    if (is_small_batch(scores, target, reduction.as.integer)) {
      put(results[0], nll_of_small_batch(scores, target, reduction.as.integer, ignored.as.integer));
      return true;
    }
  }
  return false;
}

template <class Signature> FastCall if_it_fits(const Operator &op) {
  if (!Typed<Signature>::fits(op))
    return nullptr;
  try {
    op.handle.typed<Signature>();
    return &Typed<Signature>::call;
  } catch (const c10::Error &) {
    return nullptr; // the usual case: libtorch tells only by throwing that a signature is another one
  }
}

template <class... Signatures> FastCall first_that_fits(const Operator &op) {
  FastCall found = nullptr;
  (void)((found = if_it_fits<Signatures>(op)) || ...);
  return found;
}

} // namespace

FastCall choose_fast_call(const Operator &op) {
  const std::string &name = op.handle.schema().name();
  if (name == "aten::cross_entropy_loss")
    return &call_cross_entropy;
  if (name == "aten::nll_loss_nd")
    return &call_nll;
  return first_that_fits<
      // relu, matmul, add, mul
      at::Tensor(Tensor), at::Tensor(Tensor, Tensor), at::Tensor(Tensor, Tensor, Scalar), at::Tensor(Tensor, Scalar),
      at::Tensor(Tensor, Scalar, Scalar),
      // linear, mse_loss, index_select, gather
      at::Tensor(Tensor, Tensor, Maybe), at::Tensor(Tensor, Tensor, int64_t), at::Tensor(Tensor, int64_t, Tensor),
      // view, reshape, permute, flatten, unsqueeze, softmax
      at::Tensor(Tensor, SymInts), at::Tensor(Tensor, Ints), at::Tensor(Tensor, int64_t),
      at::Tensor(Tensor, int64_t, int64_t), at::Tensor(Tensor, int64_t, MaybeType),
      // sum, mean, argmax
      at::Tensor(Tensor, MaybeType), at::Tensor(Tensor, MaybeInts, bool, MaybeType),
      // where, dropout, cross_entropy_loss, conv2d, max_pool2d, batch_norm
      at::Tensor(Tensor, Tensor, Tensor), at::Tensor(Tensor, double, bool),
      at::Tensor(Tensor, Tensor, Maybe, int64_t, int64_t, double),
      at::Tensor(Tensor, Tensor, Maybe, Ints, Ints, Ints, int64_t), at::Tensor(Tensor, Ints, Ints, Ints, Ints, bool),
      at::Tensor(Tensor, Maybe, Maybe, Maybe, Maybe, bool, double, double, bool),
      // zero_, add_, mul_, addcdiv_, copy_
      at::Tensor &(Changed), at::Tensor &(Changed, Tensor), at::Tensor &(Changed, Scalar),
      at::Tensor &(Changed, Tensor, Scalar), at::Tensor &(Changed, Tensor, Tensor, Scalar),
      at::Tensor &(Changed, Tensor, bool),
      // the optimizers' operators on many tensors
      void(Tensors), void(Tensors, Scalar), void(Tensors, Tensors), void(Tensors, Tensors, Scalar),
      void(Tensors, Tensors, Tensors, Scalar)>(op);
}

} // namespace kiln
