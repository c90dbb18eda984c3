// Gradients: the state of single tensors, the grad modes of a thread, and the backward passes.
#include "support.h"
#include "threads.h"
#include <ATen/EmptyTensor.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>

namespace {

// -1 leaves the choice to libtorch: keep the graph exactly when a graph of the gradients is wanted.
c10::optional<bool> tri_state(int32_t value) { return value < 0 ? c10::nullopt : c10::optional<bool>(value != 0); }

// A loss is differentiated by itself: its gradient is one. libtorch would make it by two operators, an eighth of what a
// backward pass costs besides its arithmetic. Where it is no single number, libtorch makes it, or says what is wrong.
void add_gradient_of_loss(const at::Tensor &loss, std::vector<at::Tensor> &gradients) {
  if (!loss.device().is_cpu() || loss.layout() != c10::kStrided || loss.scalar_type() != c10::kFloat ||
      loss.numel() != 1)
    return;
  at::Tensor one(at::detail::empty_cpu(loss.sizes(), c10::kFloat));
  *one.data_ptr<float>() = 1;
  gradients.push_back(std::move(one));
}

} // namespace

KILN_API KilnError *kiln_set_requires_grad(void *handle, int32_t on) {
  return kiln::guarded([&] { kiln::peek(handle).set_requires_grad(on != 0); });
}

KILN_API KilnError *kiln_get_grad(void *handle, void **result) {
  return kiln::guarded([&] { *result = kiln::give(kiln::peek(handle).grad()); });
}

KILN_API KilnError *kiln_set_grad(void *handle, void *grad) {
  return kiln::guarded([&] { kiln::peek(handle).mutable_grad() = kiln::borrow(grad); });
}

// All gradients in one call, null where there is none.
KILN_API KilnError *kiln_get_grads(void *const *handles, int32_t count, void **results) {
  return kiln::guarded([&] {
    for (int32_t i = 0; i < count; i++)
      results[i] = kiln::give(kiln::peek(handles[i]).grad());
  });
}

KILN_API KilnError *kiln_clear_grads(void *const *handles, int32_t count) {
  return kiln::guarded([&] {
    for (int32_t i = 0; i < count; i++) {
      auto &tensor = kiln::peek(handles[i]);
      if (tensor.unsafeGetTensorImpl()->autograd_meta())
        tensor.mutable_grad().reset();
    }
  });
}

KILN_API KilnError *kiln_retain_grad(void *handle) {
  return kiln::guarded([&] { kiln::peek(handle).retain_grad(); });
}

KILN_API int32_t kiln_get_grad_mode() {
  return kiln::fact_or<int32_t>(1, [] { return c10::GradMode::is_enabled(); });
}

KILN_API void kiln_set_grad_mode(int32_t on) {
  kiln::quietly([&] { c10::GradMode::set_enabled(on != 0); });
}

KILN_API KilnError *kiln_inference_enter(int32_t on, void **guard) {
  return kiln::guarded([&] { *guard = new c10::InferenceMode(on != 0); });
}
KILN_API void kiln_inference_leave(void *guard) {
  kiln::quietly([&] { delete static_cast<c10::InferenceMode *>(guard); });
}

KILN_API KilnError *kiln_backward(void *const *tensors, int32_t tensor_count, void *const *grads, int32_t grad_count,
                                  int32_t retain_graph, int32_t create_graph, void *const *inputs,
                                  int32_t input_count) {
  return kiln::guarded([&] {
    kiln::prepare_thread();
    auto outputs = kiln::borrow_all(tensors, tensor_count);
    auto gradients = kiln::borrow_all(grads, grad_count);
    if (outputs.size() == 1 && gradients.empty())
      add_gradient_of_loss(outputs[0], gradients);
    torch::autograd::backward(outputs, gradients, tri_state(retain_graph), create_graph != 0,
                              kiln::borrow_all(inputs, input_count));
  });
}

KILN_API KilnError *kiln_grad(void *const *outputs, int32_t output_count, void *const *inputs, int32_t input_count,
                              void *const *grads, int32_t grad_count, int32_t retain_graph, int32_t create_graph,
                              int32_t allow_unused, void **results) {
  return kiln::guarded([&] {
    kiln::prepare_thread();
    auto found = torch::autograd::grad(kiln::borrow_all(outputs, output_count), kiln::borrow_all(inputs, input_count),
                                       kiln::borrow_all(grads, grad_count), tri_state(retain_graph), create_graph != 0,
                                       allow_unused != 0);
    for (int32_t i = 0; i < input_count; i++)
      results[i] = kiln::give(std::move(found[static_cast<size_t>(i)]));
  });
}
