// Hooks on gradients and operations whose backward pass is written in C#.
#include "callbacks.h"
#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/csrc/autograd/saved_variable.h>
#include <unordered_set>

namespace kiln {

std::vector<at::Tensor> Callback::operator()(const std::vector<at::Tensor> &inputs, size_t wanted) const {
  std::vector<void *> given, taken(wanted, nullptr);
  for (auto &input : inputs)
    given.push_back(give(input));
  void *failure = callback_.call(callback_.state, given.data(), static_cast<int32_t>(given.size()), taken.data(),
                                 static_cast<int32_t>(wanted));
  std::vector<at::Tensor> results;
  for (void *handle : taken)
    results.push_back(handle ? at::Tensor(TensorPointer::reclaim(static_cast<c10::TensorImpl *>(handle)))
                             : at::Tensor());
  if (failure)
    throw CallbackFailure(failure);
  return results;
}

} // namespace kiln

namespace {

using kiln::Callback;
using torch::autograd::SavedVariable;
using torch::autograd::variable_list;
using torch::autograd::VariableInfo;

// An operation of the caller's in the graph: its backward pass calls back with the gradients and what was saved.
class CallbackNode : public torch::autograd::Node {
public:
  CallbackNode(const KilnFunction &function)
      : callback_(function.callback), name_(function.name), materialize_(function.materialize_grads != 0) {}

  std::string name() const override { return name_; }

  void save(const variable_list &tensors, const variable_list &outputs) {
    for (auto &tensor : tensors) {
      bool is_output = false;
      for (auto &output : outputs)
        is_output = is_output || output.is_same(tensor);
      saved_.emplace_back(tensor, is_output);
    }
    for (auto &output : outputs)
      outputs_.emplace_back(output);
  }

  void release_variables() override {
    std::lock_guard<std::mutex> lock(mutex_);
    for (auto &variable : saved_)
      variable.reset_data();
  }

  variable_list apply(variable_list &&gradients) override {
    c10::OptionalDeviceGuard guard;
    variable_list values = std::move(gradients);
    for (size_t i = 0; materialize_ && i < values.size(); i++)
      if (!values[i].defined())
        values[i] = outputs_[i].zeros(guard);
    {
      std::lock_guard<std::mutex> lock(mutex_);
      for (auto &variable : saved_)
        values.push_back(variable.unpack(shared_from_this()));
    }
    return callback_(values, num_outputs());
  }

private:
  Callback callback_;
  std::string name_;
  bool materialize_;
  std::vector<SavedVariable> saved_;
  std::vector<VariableInfo> outputs_;
};

std::unordered_set<at::TensorImpl *> to_set(void *const *handles, int32_t count) {
  std::unordered_set<at::TensorImpl *> set;
  for (int32_t i = 0; i < count; i++)
    set.insert(static_cast<at::TensorImpl *>(handles[i]));
  return set;
}

variable_list refuse_forward_mode(variable_list, variable_list) {
  TORCH_CHECK_NOT_IMPLEMENTED(false, "an operation written in C# has no forward-mode derivative");
}

} // namespace

// Another reference for the caller.
KILN_API void kiln_tensor_retain(void *handle) {
  kiln::quietly([&] { kiln::give(kiln::borrow(handle)); });
}

// The callback gets the gradient and gives one back, or null to leave it. The state is released with the hook.
KILN_API KilnError *kiln_hook_add(void *handle, KilnCallback callback, int32_t *position) {
  auto shared = std::make_shared<Callback>(callback);
  return kiln::guarded([&] {
    *position = static_cast<int32_t>(kiln::peek(handle).register_hook(
        [shared](at::Tensor gradient) -> at::Tensor { return (*shared)({gradient}, 1)[0]; }));
  });
}

KILN_API KilnError *kiln_hook_remove(void *handle, int32_t position) {
  return kiln::guarded([&] { kiln::peek(handle).remove_hook(static_cast<unsigned>(position)); });
}

// Makes outputs that were computed without history the results of one operation, with the given inputs.
KILN_API KilnError *kiln_function_record(const KilnFunction *function, void **results) {
  auto node = std::shared_ptr<CallbackNode>(new CallbackNode(*function), torch::autograd::deleteNode);
  return kiln::guarded([&] {
    auto inputs = kiln::borrow_all(function->inputs, function->input_count);
    node->set_next_edges(torch::autograd::collect_next_edges(inputs));
    node->clear_input_metadata();
    std::vector<c10::optional<at::Tensor>> raw;
    for (auto &output : kiln::borrow_all(function->outputs, function->output_count))
      raw.emplace_back(output);
    auto dirty = to_set(function->dirty, function->dirty_count);
    for (auto *changed : dirty)
      changed->bump_version();
    auto wrapped = torch::autograd::_wrap_outputs(inputs, to_set(function->constants, function->constant_count), dirty,
                                                  raw, node, refuse_forward_mode);
    variable_list outputs;
    for (auto &output : wrapped)
      outputs.push_back(output.has_value() ? *output : at::Tensor());
    node->save(kiln::borrow_all(function->saved, function->saved_count), outputs);
    for (size_t i = 0; i < outputs.size(); i++)
      results[i] = kiln::give(outputs[i]);
  });
}

// -1 leaves the mode as it is. Tells what it was before: bit 0 whether it was on, bit 1 whether NaN was looked for.
KILN_API int32_t kiln_set_anomaly_mode(int32_t on, int32_t check_nan) {
  using torch::autograd::AnomalyMode;
  return kiln::fact_or<int32_t>(0, [&] {
    int32_t before = (AnomalyMode::is_enabled() ? 1 : 0) | (AnomalyMode::should_check_nan() ? 2 : 0);
    if (on >= 0)
      AnomalyMode::set_enabled(on != 0, check_nan != 0);
    return before;
  });
}
