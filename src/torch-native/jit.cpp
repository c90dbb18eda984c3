// TorchScript modules and compilation units. It has a file of its own because its headers take long to compile.
#include "jit_values.h"
#include "support.h"
#include "threads.h"
#include <sstream>
#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/frontend/resolver.h>
#include <torch/csrc/jit/serialization/import.h>

namespace {

using torch::jit::CompilationUnit;
using torch::jit::Module;

Module &module_at(void *handle) { return *static_cast<Module *>(handle); }

std::string text_at(const char *text, int32_t length) { return std::string(text, static_cast<size_t>(length)); }

bool begins_with(const std::string &line, const char *start) { return line.rfind(start, 0) == 0; }

// The compiler puts an empty line before the reason; the interpreter puts it behind a trace of the program's lines,
// which are indented.
std::string reason_in(const std::string &text) {
  std::istringstream lines(text);
  std::string line, first;
  while (std::getline(lines, line)) {
    if (line.empty() || line[0] == ' ' || begins_with(line, "Traceback"))
      continue;
    if (!begins_with(line, "The following operation failed"))
      return begins_with(line, "builtins.") ? line.substr(9) : line;
    first = line;
  }
  return first.empty() ? "it failed without a reason" : first;
}

// Runs a program, so that what goes wrong in it is told in one line.
template <class Body> KilnError *run(Body &&body) noexcept {
  return kiln::guarded([&] {
    kiln::prepare_thread();
    std::string reason;
    try {
      body();
      return;
    } catch (const c10::Error &e) {
      reason = reason_in(e.what_without_backtrace());
    } catch (const std::bad_alloc &) {
      throw;
    } catch (const std::exception &e) {
      reason = reason_in(e.what());
    }
    TORCH_CHECK(false, reason);
  });
}

// The first of the schema's arguments is the module itself where there is one.
std::vector<c10::IValue> planted(const c10::FunctionSchema &schema, size_t skipped, const KilnValue *arguments,
                                 int32_t count) {
  std::vector<c10::IValue> stack;
  for (int32_t i = 0; i < count; i++) {
    size_t position = static_cast<size_t>(i) + skipped;
    bool known = position < schema.arguments().size();
    stack.push_back(kiln::plant(arguments[i], known ? schema.arguments()[position].type() : nullptr));
  }
  return stack;
}

// Iterating a temporary list of the module is safe: it holds the module's object.
template <class List, class Convert> KilnValue list_of(const List &list, Convert convert) {
  KilnValue result = kiln::node(KILN_LIST, 2 * list.size());
  size_t i = 0;
  for (const auto &entry : list) {
    kiln::children(result)[i++] = kiln::text_value(entry.name);
    kiln::children(result)[i++] = convert(entry.value);
  }
  return result;
}

KilnValue tensor_value(const at::Tensor &tensor) { return kiln::harvest(c10::IValue(tensor)); }

KilnValue module_value(const Module &module) {
  KilnValue value{KILN_INT, 0, {0}};
  value.as.integer = reinterpret_cast<int64_t>(new Module(module));
  return value;
}

} // namespace

KILN_API KilnError *kiln_jit_load(const char *path, int32_t length, int32_t device_type, int32_t device_index,
                                  void **result) {
  return run([&] {
    c10::Device device(static_cast<c10::DeviceType>(device_type), static_cast<c10::DeviceIndex>(device_index));
    *result = new Module(torch::jit::load(text_at(path, length), device));
  });
}

KILN_API KilnError *kiln_jit_save(void *module, const char *path, int32_t length) {
  return run([&] { module_at(module).save(text_at(path, length)); });
}

// A tensor alone, as torch::save of C++ writes it: a program without code whose only parameter is called 0.
KILN_API KilnError *kiln_jit_save_tensor(void *tensor, const char *path, int32_t length) {
  return kiln::guarded([&] {
    Module module("__torch__.Module");
    module.register_parameter("0", kiln::borrow(tensor), false);
    module.save(text_at(path, length));
  });
}

KILN_API void kiln_jit_module_free(void *module) {
  kiln::quietly([&] { delete static_cast<Module *>(module); });
}

KILN_API KilnError *kiln_jit_members(void *module, int32_t kind, KilnValue *result) {
  return run([&] {
    auto &self = module_at(module);
    switch (kind) {
    case KILN_JIT_PARAMETERS: *result = list_of(self.named_parameters(false), tensor_value); break;
    case KILN_JIT_BUFFERS: *result = list_of(self.named_buffers(false), tensor_value); break;
    default: *result = list_of(self.named_children(), module_value); break;
    }
  });
}

KILN_API KilnError *kiln_jit_set_training(void *module, int32_t on) {
  return run([&] { module_at(module).train(on != 0); });
}

KILN_API int32_t kiln_jit_is_training(void *module) {
  return kiln::fact_or<int32_t>(0, [&] { return module_at(module).is_training(); });
}

KILN_API KilnError *kiln_jit_signature(void *module, int32_t *inputs, int32_t *outputs) {
  return run([&] {
    auto &schema = module_at(module).get_method("forward").function().getSchema();
    *inputs = static_cast<int32_t>(schema.arguments().size()) - 1;
    *outputs = static_cast<int32_t>(schema.returns().size());
  });
}

KILN_API KilnError *kiln_jit_invoke(void *module, const char *name, int32_t length, const KilnValue *arguments,
                                    int32_t argument_count, KilnValue *result) {
  return run([&] {
    auto method = module_at(module).get_method(text_at(name, length));
    auto stack = planted(method.function().getSchema(), 1, arguments, argument_count);
    *result = kiln::harvest(method(std::move(stack)));
  });
}

KILN_API KilnError *kiln_jit_compile(const char *source, int32_t length, void **result) {
  return run([&] {
    auto unit = std::make_unique<CompilationUnit>();
    unit->define(c10::nullopt, text_at(source, length), torch::jit::nativeResolver(), nullptr);
    *result = unit.release();
  });
}

KILN_API void kiln_jit_unit_free(void *unit) {
  kiln::quietly([&] { delete static_cast<CompilationUnit *>(unit); });
}

KILN_API KilnError *kiln_jit_unit_invoke(void *unit, const char *name, int32_t length, const KilnValue *arguments,
                                         int32_t argument_count, KilnValue *result) {
  return run([&] {
    auto &function = static_cast<CompilationUnit *>(unit)->get_function(text_at(name, length));
    auto stack = planted(function.getSchema(), 0, arguments, argument_count);
    *result = kiln::harvest(function(std::move(stack)));
  });
}
