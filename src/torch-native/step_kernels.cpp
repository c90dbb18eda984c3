// Compiled once for each set of vector instructions, with KILN_LEVEL as its name. Nothing here may be inline and shared
// with other files: the linker would keep one copy, possibly with instructions that the processor lacks.
#include "step_kernels.h"

namespace kiln {
namespace KILN_LEVEL {
namespace {

// a + b * c as ATen's kernels round it: once where the processor can, otherwise twice. The compiler must not choose by
// itself (-ffp-contract=off), for it would also join what ATen keeps apart.
template <class T> T add_product(T a, T b, T c) {
#if defined(__FMA__) || defined(__aarch64__)
  if constexpr (sizeof(T) == sizeof(float))
    return __builtin_fmaf(b, c, a);
  else
    return __builtin_fma(b, c, a);
#else
  return a + b * c;
#endif
}

template <class T> T root(T a) {
  if constexpr (sizeof(T) == sizeof(float))
    return __builtin_sqrtf(a);
  else
    return __builtin_sqrt(a);
}

// at::maximum: NaN wins.
template <class T> T larger(T a, T b) { return a > b || a != a ? a : b; }

// The gradient to descend by, with the weight's share. Without decay the weight must not be touched: 0 · inf is NaN.
template <bool Decays, class T> T pull(T gradient, T weight, T sign, T weight_decay) {
  gradient *= sign;
  return Decays ? add_product(gradient, weight, weight_decay) : gradient;
}

enum class Momentum { None, Plain, Nesterov };

template <class T, bool Decays, Momentum Kind> void sgd(const void *options, void *const *data, int64_t count) {
  auto &step = *static_cast<const KilnSgdStep *>(options);
  auto weights = static_cast<T *>(data[0]);
  auto gradients = static_cast<const T *>(data[1]);
  auto buffers = Kind == Momentum::None ? weights : static_cast<T *>(data[2]);
  T sign = step.maximize ? T(-1) : T(1);
  T weight_decay = T(step.weight_decay), keep = T(step.momentum), take = T(step.take), rate = T(-step.rate);
#pragma omp simd
  for (int64_t i = 0; i < count; i++) {
    T weight = weights[i];
    T move = pull<Decays>(gradients[i], weight, sign, weight_decay);
    if constexpr (Kind != Momentum::None) {
      T buffer = add_product(buffers[i] * keep, move, take);
      buffers[i] = buffer;
      move = Kind == Momentum::Nesterov ? add_product(move, buffer, keep) : buffer;
    }
    weights[i] = add_product(weight, move, rate);
  }
}

template <class T, bool Decays, bool KeepsLargest> void adam(const void *options, void *const *data, int64_t count) {
  auto &step = *static_cast<const KilnAdamStep *>(options);
  auto weights = static_cast<T *>(data[0]);
  auto gradients = static_cast<const T *>(data[1]);
  auto means = static_cast<T *>(data[2]);
  auto squares = static_cast<T *>(data[3]);
  auto largest = KeepsLargest ? static_cast<T *>(data[4]) : squares;
  T sign = step.maximize ? T(-1) : T(1);
  T weight_decay = T(step.weight_decay), shrink = T(step.shrink);
  T mean_keep = T(step.mean_keep), mean_take = T(step.mean_take);
  T square_keep = T(step.square_keep), square_take = T(step.square_take);
  T root_scale = T(step.root_scale), eps = T(step.eps), rate = T(-step.rate);
#pragma omp simd
  for (int64_t i = 0; i < count; i++) {
    T gradient = pull<Decays>(gradients[i], weights[i], sign, weight_decay);
    T weight = weights[i] * shrink;
    T mean = add_product(means[i] * mean_keep, gradient, mean_take);
    T square = add_product(squares[i] * square_keep, gradient * square_take, gradient);
    means[i] = mean;
    squares[i] = square;
    if constexpr (KeepsLargest)
      largest[i] = square = larger(largest[i], square);
    weights[i] = weight + mean * rate / (root(square) / root_scale + eps);
  }
}

template <class T, bool Decays, bool IsCentered, bool HasMomentum>
void rmsprop(const void *options, void *const *data, int64_t count) {
  auto &step = *static_cast<const KilnRmsPropStep *>(options);
  auto weights = static_cast<T *>(data[0]);
  auto gradients = static_cast<const T *>(data[1]);
  auto squares = static_cast<T *>(data[2]);
  auto means = IsCentered ? static_cast<T *>(data[3]) : squares;
  auto buffers = HasMomentum ? static_cast<T *>(data[IsCentered ? 4 : 3]) : squares;
  T sign = step.maximize ? T(-1) : T(1);
  T weight_decay = T(step.weight_decay), keep = T(step.keep), take = T(step.take), eps = T(step.eps);
  T momentum = T(step.momentum), rate = T(-step.rate);
#pragma omp simd
  for (int64_t i = 0; i < count; i++) {
    T weight = weights[i];
    T gradient = pull<Decays>(gradients[i], weight, sign, weight_decay);
    T square = add_product(squares[i] * keep, gradient * take, gradient);
    squares[i] = square;
    if constexpr (IsCentered) {
      T mean = add_product(means[i] * keep, gradient, take);
      means[i] = mean;
      square = add_product(square, -mean, mean);
    }
    T denominator = root(square) + eps;
    if constexpr (HasMomentum) {
      T buffer = buffers[i] * momentum + gradient / denominator;
      buffers[i] = buffer;
      weights[i] = add_product(weight, buffer, rate);
    } else {
      weights[i] = weight + gradient * rate / denominator;
    }
  }
}

template <class T> StepKernel sgd_of(const KilnSgdStep &step) {
  bool decays = step.weight_decay != 0;
  if (step.momentum == 0)
    return decays ? sgd<T, true, Momentum::None> : sgd<T, false, Momentum::None>;
  if (step.nesterov)
    return decays ? sgd<T, true, Momentum::Nesterov> : sgd<T, false, Momentum::Nesterov>;
  return decays ? sgd<T, true, Momentum::Plain> : sgd<T, false, Momentum::Plain>;
}

template <class T> StepKernel adam_of(const KilnAdamStep &step) {
  if (step.keeps_largest)
    return step.weight_decay != 0 ? adam<T, true, true> : adam<T, false, true>;
  return step.weight_decay != 0 ? adam<T, true, false> : adam<T, false, false>;
}

template <class T, bool Decays> StepKernel rmsprop_of(const KilnRmsPropStep &step) {
  if (step.centered)
    return step.momentum != 0 ? rmsprop<T, Decays, true, true> : rmsprop<T, Decays, true, false>;
  return step.momentum != 0 ? rmsprop<T, Decays, false, true> : rmsprop<T, Decays, false, false>;
}

template <class T> StepKernel rmsprop_of(const KilnRmsPropStep &step) {
  return step.weight_decay != 0 ? rmsprop_of<T, true>(step) : rmsprop_of<T, false>(step);
}

} // namespace

StepKernel choose(const KilnSgdStep &step, bool is_double) {
  return is_double ? sgd_of<double>(step) : sgd_of<float>(step);
}

StepKernel choose(const KilnAdamStep &step, bool is_double) {
  return is_double ? adam_of<double>(step) : adam_of<float>(step);
}

StepKernel choose(const KilnRmsPropStep &step, bool is_double) {
  return is_double ? rmsprop_of<double>(step) : rmsprop_of<float>(step);
}

} // namespace KILN_LEVEL
} // namespace kiln
