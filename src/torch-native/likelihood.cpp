// libtorch shares the backward loop of the negative log likelihood out among the threads from 11 rows on, where it
// writes one number a row. On two threads waking the second took as long as all the rest of a step of a small network.
// Here the loop stays on its thread. All else is libtorch's own: its forward kernel, and its backward operator where
// the pass is itself recorded.
#include "likelihood.h"
#include <ATen/Parallel.h>
#include <ATen/core/Reduction.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/nll_loss_backward.h>
#include <ATen/ops/nll_loss_forward.h>
#include <ATen/ops/zeros_like.h>
#include <c10/core/impl/LocalDispatchKeySet.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/csrc/autograd/saved_variable.h>

namespace kiln {
namespace {

using torch::autograd::SavedVariable;
using torch::autograd::variable_list;

constexpr int64_t kFewestRows = 11;  // libtorch shares out no fewer
constexpr int64_t kMostRows = 16384; // above, another thread is worth waking

template <class T> void write_gradient(at::Tensor &gradient, const at::Tensor &target, T slope, int64_t ignore_index) {
  auto rows = gradient.data_ptr<T>();
  auto classes = target.accessor<int64_t, 1>();
  int64_t width = gradient.size(1);
  for (int64_t row = 0; row < gradient.size(0); row++)
    if (classes[row] != ignore_index)
      rows[row * width + classes[row]] = slope;
}

template <class T> T slope_of(const at::Tensor &gradient_of_loss, const at::Tensor &total_weight, int64_t reduction) {
  T slope = *gradient_of_loss.data_ptr<T>();
  return reduction == at::Reduction::Mean ? -slope / *total_weight.data_ptr<T>() : -slope;
}

struct SmallBatchBackward final : torch::autograd::Node {
  SavedVariable log_probabilities, target, total_weight;
  int64_t reduction, ignore_index;

  std::string name() const override { return "NllLossBackward0"; }

  void release_variables() override {
    log_probabilities.reset_data();
    target.reset_data();
    total_weight.reset_data();
  }

  variable_list apply(variable_list &&gradients) override {
    if (!gradients[0].defined() || !task_should_compute_output(0))
      return {at::Tensor()};
    auto input = log_probabilities.unpack(), classes = target.unpack(), weight = total_weight.unpack();
    if (at::GradMode::is_enabled())
      return {at::nll_loss_backward(gradients[0], input, classes, {}, reduction, ignore_index, weight)};
    auto result = at::zeros_like(input, at::MemoryFormat::Contiguous);
    if (result.scalar_type() == at::kFloat)
      write_gradient(result, classes, slope_of<float>(gradients[0], weight, reduction), ignore_index);
    else
      write_gradient(result, classes, slope_of<double>(gradients[0], weight, reduction), ignore_index);
    return {std::move(result)};
  }
};

bool is_on_cpu(const at::Tensor &tensor) { return tensor.device().is_cpu() && tensor.layout() == c10::kStrided; }

} // namespace

bool is_small_batch(const at::Tensor &scores, const at::Tensor &target, int64_t reduction) {
  return at::get_num_threads() > 1 && scores.dim() == 2 && target.dim() == 1 && scores.size(0) == target.size(0) &&
         scores.size(0) >= kFewestRows && scores.size(0) <= kMostRows && reduction != at::Reduction::None &&
         (scores.scalar_type() == at::kFloat || scores.scalar_type() == at::kDouble) &&
         target.scalar_type() == at::kLong && is_on_cpu(scores) && is_on_cpu(target) && scores.requires_grad() &&
         at::GradMode::is_enabled();
}

at::Tensor nll_of_small_batch(const at::Tensor &log_probabilities, const at::Tensor &target, int64_t reduction,
                              int64_t ignore_index) {
  std::shared_ptr<SmallBatchBackward> node(new SmallBatchBackward, torch::autograd::deleteNode);
  node->set_next_edges(torch::autograd::collect_next_edges(log_probabilities));
  at::Tensor loss, total_weight;
  {
    at::AutoDispatchBelowADInplaceOrView below;
    std::tie(loss, total_weight) = at::nll_loss_forward(log_probabilities, target, {}, reduction, ignore_index);
  }
  torch::autograd::set_history(loss, node);
  node->log_probabilities = SavedVariable(log_probabilities, false);
  node->target = SavedVariable(target, false);
  node->total_weight = SavedVariable(total_weight, false);
  node->reduction = reduction;
  node->ignore_index = ignore_index;
  return loss;
}

} // namespace kiln
