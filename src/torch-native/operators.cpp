// Any ATen operator, found once by name and called through libtorch's dispatcher with boxed values.
#include "checks.h"
#include "fast_path.h"
#include "threads.h"

namespace {

using kiln::Operator;

// One argument stack a nesting depth (a callback inside backward may call again), reused so that a call allocates
// nothing.
class ArgumentStack {
public:
  ArgumentStack() : values(depth < kPooled ? pool[depth] : own) { depth++; }
  ~ArgumentStack() {
    values.clear();
    depth--;
  }
  ArgumentStack(const ArgumentStack &) = delete;
  ArgumentStack &operator=(const ArgumentStack &) = delete;

private:
  static constexpr int kPooled = 8;
  static thread_local std::vector<c10::IValue> pool[kPooled];
  static thread_local int depth;
  std::vector<c10::IValue> own;

public:
  std::vector<c10::IValue> &values;
};

thread_local std::vector<c10::IValue> ArgumentStack::pool[ArgumentStack::kPooled];
thread_local int ArgumentStack::depth = 0;

} // namespace

// The operator is kept for the life of the process: callers cache it.
KILN_API KilnError *kiln_operator_find(const char *name, const char *overload, void **result) {
  return kiln::guarded([&] {
    auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
    TORCH_CHECK_NOT_IMPLEMENTED(handle.has_value(), "this libtorch has no operator ", name, *overload ? "." : "",
                                overload);
    auto op = std::make_unique<Operator>(Operator{*handle, {}, nullptr, {}});
    for (auto &argument : handle->schema().arguments())
      op->arguments.push_back(kiln::classify(argument));
    op->fast_call = kiln::choose_fast_call(*op);
    op->check = kiln::choose_check(*op);
    *result = op.release();
  });
}

// Missing trailing arguments take the defaults of the schema. A capacity of 0 drops the results, as in-place operators
// want.
KILN_API KilnError *kiln_operator_call(const void *handle, const KilnValue *arguments, int32_t argument_count,
                                       KilnValue *results, int32_t capacity) {
  return kiln::guarded([&] {
    kiln::prepare_thread();
    auto &op = *static_cast<const Operator *>(handle);
    size_t expected = op.arguments.size();
    size_t given = static_cast<size_t>(argument_count);
    TORCH_CHECK_TYPE(given <= expected, op.handle.schema().name(), "() takes ", expected, " arguments, got ", given);

    if (C10_UNLIKELY(op.check != nullptr))
      op.check(op, arguments, given);
    if (op.fast_call && given == expected && op.fast_call(op, arguments, results, capacity))
      return;

    ArgumentStack stack;
    stack.values.reserve(expected);
    for (size_t i = 0; i < expected; i++)
      kiln::push_argument(stack.values, op, i, i < given ? arguments[i] : KilnValue{KILN_DEFAULT, 0, {0}});
    op.handle.callBoxed(&stack.values);

    if (capacity == 0)
      return;
    TORCH_CHECK(stack.values.size() == static_cast<size_t>(capacity), op.handle.schema().name(), "() gives ",
                stack.values.size(), " results, room for ", capacity);
    for (size_t i = 0; i < stack.values.size(); i++)
      kiln::pull_result(stack.values[i], results[i]);
  });
}
