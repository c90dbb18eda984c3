// Any ATen operator, found once by name and called through libtorch's dispatcher with boxed values.
#include "values.h"
#include <ATen/Parallel.h>

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

// OpenMP's thread count belongs to each thread: a new one would run BLAS with its default.
void use_thread_count() {
  static thread_local bool done = false;
  if (C10_UNLIKELY(!done)) {
    done = true;
    at::init_num_threads();
  }
}

} // namespace

// The operator is kept for the life of the process: callers cache it.
KILN_API KilnError *kiln_operator_find(const char *name, const char *overload, void **result) {
  return kiln::guarded([&] {
    auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
    TORCH_CHECK_NOT_IMPLEMENTED(handle.has_value(), "this libtorch has no operator ", name, *overload ? "." : "",
                                overload);
    auto op = std::make_unique<Operator>(Operator{*handle, {}});
    for (auto &argument : handle->schema().arguments())
      op->arguments.push_back(kiln::classify(argument));
    *result = op.release();
  });
}

// Missing trailing arguments take the defaults of the schema. A capacity of 0 drops the results, as in-place operators
// want.
KILN_API KilnError *kiln_operator_call(const void *handle, const KilnValue *arguments, int32_t argument_count,
                                       KilnValue *results, int32_t capacity) {
  return kiln::guarded([&] {
    use_thread_count();
    auto &op = *static_cast<const Operator *>(handle);
    size_t expected = op.arguments.size();
    size_t given = static_cast<size_t>(argument_count);
    TORCH_CHECK_TYPE(given <= expected, op.handle.schema().name(), "() takes ", expected, " arguments, got ", given);

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
