// Optimizer steps in one walk over all weights: checks that the tensors are plain arrays, shares the walk out.
#include "step_kernels.h"
#include "support.h"
#include "threads.h"
#include <ATen/Parallel.h>
#include <algorithm>
#include <array>
#include <c10/util/SmallVector.h>

namespace {

constexpr int32_t kMostRoles = 5;
constexpr int32_t kGradients = 1; // the only role that is read and not changed

// Elements for which another thread is woken. It sleeps by then more often than not, and waking it takes some 50 µs: as
// long as the walk over so many elements.
constexpr int64_t kGrain = 65536;

// One weight and what goes with it.
struct Piece {
  kiln::StepKernel kernel;
  int64_t start; // elements before it
  int64_t count;
  int64_t element_size;
  std::array<void *, kMostRoles> data;
};
using Pieces = c10::SmallVector<Piece, 16>;

bool is_plain(const at::Tensor &tensor) {
  return tensor.device().is_cpu() && tensor.layout() == c10::kStrided && !tensor.is_inference() && !tensor.is_neg() &&
         (tensor.scalar_type() == c10::kFloat || tensor.scalar_type() == c10::kDouble) &&
         tensor.unsafeGetTensorImpl()->is_non_overlapping_and_dense();
}

// Elements of the same index lie at the same place.
bool is_laid_out_like(const at::Tensor &tensor, const at::Tensor &weight) {
  return is_plain(tensor) && tensor.scalar_type() == weight.scalar_type() && tensor.sizes() == weight.sizes() &&
         tensor.strides() == weight.strides();
}

template <class Step> kiln::StepKernel choose(const Step &step, bool is_double) {
#ifdef KILN_HAS_AVX2
  static const bool has_avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (has_avx2)
    return kiln::avx2::choose(step, is_double);
#endif
  return kiln::baseline::choose(step, is_double);
}

template <class Step>
bool collect(const Step &step, void *const *const *lists, int32_t roles, int32_t count, Pieces &pieces) {
  int64_t start = 0;
  for (int32_t i = 0; i < count; i++) {
    const at::Tensor &weight = kiln::peek(lists[0][i]);
    if (!is_plain(weight))
      return false;
    Piece piece{choose(step, weight.scalar_type() == c10::kDouble),
                start,
                weight.numel(),
                static_cast<int64_t>(weight.element_size()),
                {weight.data_ptr()}};
    for (int32_t role = 1; role < roles; role++) {
      const at::Tensor &tensor = kiln::peek(lists[role][i]);
      if (!is_laid_out_like(tensor, weight))
        return false;
      piece.data[static_cast<size_t>(role)] = tensor.data_ptr();
    }
    start += piece.count;
    pieces.push_back(piece);
  }
  return true;
}

// Elements begin to end of all weights in a row.
void walk(const Pieces &pieces, const void *step, int64_t begin, int64_t end) {
  for (const Piece &piece : pieces) {
    int64_t from = std::max(begin - piece.start, int64_t{0});
    int64_t to = std::min(end - piece.start, piece.count);
    if (from >= to)
      continue;
    auto data = piece.data;
    for (void *&array : data)
      array = static_cast<char *>(array) + from * piece.element_size;
    piece.kernel(step, data.data(), to - from);
  }
}

// Changed in place: a backward pass through a history that has saved the old values must notice.
void count_change(void *const *const *lists, int32_t roles, int32_t count) {
  for (int32_t role = 0; role < roles; role++)
    if (role != kGradients)
      for (int32_t i = 0; i < count; i++)
        kiln::peek(lists[role][i]).unsafeGetTensorImpl()->bump_version();
}

template <class Step>
KilnError *run(const Step &step, void *const *const *lists, int32_t roles, int32_t count, int32_t *done) {
  return kiln::guarded([&] {
    kiln::prepare_thread();
    Pieces pieces;
    *done = collect(step, lists, roles, count, pieces);
    if (!*done || pieces.empty())
      return;
    int64_t elements = pieces.back().start + pieces.back().count;
    at::parallel_for(0, elements, kGrain, [&](int64_t begin, int64_t end) { walk(pieces, &step, begin, end); });
    count_change(lists, roles, count);
  });
}

} // namespace

KILN_API KilnError *kiln_sgd_step(const KilnSgdStep *step, void *const *const *lists, int32_t count, int32_t *done) {
  return run(*step, lists, step->momentum != 0 ? 3 : 2, count, done);
}

KILN_API KilnError *kiln_adam_step(const KilnAdamStep *step, void *const *const *lists, int32_t count, int32_t *done) {
  return run(*step, lists, step->keeps_largest ? 5 : 4, count, done);
}

KILN_API KilnError *kiln_rmsprop_step(const KilnRmsPropStep *step, void *const *const *lists, int32_t count,
                                      int32_t *done) {
  return run(*step, lists, 3 + (step->centered ? 1 : 0) + (step->momentum != 0 ? 1 : 0), count, done);
}
