// The negative log likelihood of small batches on several threads.
#pragma once
#include "support.h"

namespace kiln {

// Whether at::nll_loss of these would wake other threads in its backward pass for next to nothing to do.
bool is_small_batch(const at::Tensor &scores, const at::Tensor &target, int64_t reduction);

// at::nll_loss of a small batch of (N, K) log probabilities and (N) classes, digit for digit.
at::Tensor nll_of_small_batch(const at::Tensor &log_probabilities, const at::Tensor &target, int64_t reduction,
                              int64_t ignore_index);

} // namespace kiln
