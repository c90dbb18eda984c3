// Tests of the shim without C#: what it refuses, what it gives back, and that the sanitizers stay silent.
#include "kiln_torch.h"
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

// libtorch keeps much until the process ends, which is no leak of ours. (The name belongs to the sanitizer.)
extern "C" const char *__asan_default_options();
extern "C" const char *__asan_default_options() { return "detect_leaks=0"; }

namespace {

int passed = 0, failed = 0;

void check(bool holds, const char *sentence) {
  (holds ? passed : failed)++;
  if (!holds)
    std::printf("FAILED: %s\n", sentence);
}

// The text of an error, which is freed; empty for success.
std::string text_of(KilnError *error) {
  if (!error)
    return "";
  std::string text(error->text, static_cast<size_t>(error->length));
  kiln_error_free(error);
  return text;
}

KilnValue tensor(void *handle) {
  KilnValue value{KILN_TENSOR, 0, {0}};
  value.as.pointer = handle;
  return value;
}

KilnValue integer(int64_t number) { return {KILN_INT, 0, {number}}; }

KilnValue real(double number) {
  KilnValue value{KILN_DOUBLE, 0, {0}};
  value.as.real = number;
  return value;
}

const KilnValue schema_default{KILN_DEFAULT, 0, {0}};

void *find(const char *name, const char *overload) {
  void *op = nullptr;
  check(text_of(kiln_operator_find(name, overload, &op)).empty(), name);
  return op;
}

void *floats(std::vector<float> data) {
  void *handle = nullptr;
  int64_t size = static_cast<int64_t>(data.size());
  check(text_of(kiln_tensor_new(&size, 1, 6, data.data(), size * 4, &handle)).empty(), "a tensor is made");
  return handle;
}

float first_of(void *handle) {
  KilnTensorFacts facts;
  check(text_of(kiln_tensor_facts(handle, &facts)).empty(), "facts are told");
  return *static_cast<float *>(facts.data);
}

void an_operator_is_called_with_and_without_boxing() {
  void *add = find("aten::add", "Tensor");
  void *x = floats({1, 2, 3});
  KilnValue all[] = {tensor(x), tensor(x), schema_default};
  KilnValue result;
  check(text_of(kiln_operator_call(add, all, 3, &result, 1)).empty(), "add works unboxed");
  check(first_of(result.as.pointer) == 2, "add adds");
  kiln_tensor_free(result.as.pointer);
  check(text_of(kiln_operator_call(add, all, 2, &result, 1)).empty(), "add works boxed, the last argument left out");
  check(first_of(result.as.pointer) == 2, "add adds the same");
  kiln_tensor_free(result.as.pointer);
  kiln_tensor_free(x);
}

void wrong_arguments_are_named() {
  void *add = find("aten::add", "Tensor");
  void *x = floats({1});
  KilnValue result;
  KilnValue number_for_tensor[] = {integer(1), tensor(x), schema_default};
  std::string text = text_of(kiln_operator_call(add, number_for_tensor, 3, &result, 1));
  check(text.find("argument 'self' (position 1) must be Tensor, not int") != std::string::npos,
        "a wrong kind is named");

  KilnValue missing[] = {tensor(x)};
  text = text_of(kiln_operator_call(add, missing, 1, &result, 1));
  check(text.find("needs a value for argument 'other'") != std::string::npos, "a missing argument is named");

  KilnValue many[] = {tensor(x), tensor(x), real(1), real(1)};
  text = text_of(kiln_operator_call(add, many, 4, &result, 1));
  check(text.find("takes 3 arguments, got 4") != std::string::npos, "too many arguments are counted");

  KilnValue odd[] = {{99, 0, {0}}, tensor(x), schema_default};
  text = text_of(kiln_operator_call(add, odd, 3, &result, 1));
  check(text.find("not an unknown value") != std::string::npos, "an unknown kind is refused");
  kiln_tensor_free(x);
}

void an_unknown_operator_is_refused() {
  void *op = nullptr;
  std::string text = text_of(kiln_operator_find("aten::no_such_operator", "", &op));
  check(text.find("no operator aten::no_such_operator") != std::string::npos && !op, "an unknown operator is refused");
}

void lists_come_back_in_memory_of_the_caller() {
  void *split = find("aten::split", "Tensor");
  void *x = floats({1, 2, 3, 4, 5});
  KilnValue arguments[] = {tensor(x), integer(2), integer(0)};
  KilnValue result;
  check(text_of(kiln_operator_call(split, arguments, 3, &result, 1)).empty(), "split works");
  check(result.tag == KILN_TENSORS && result.count == 3, "split gives three parts");
  kiln_tensors_free(static_cast<void **>(result.as.pointer), result.count);
  kiln_memory_free(result.as.pointer);
  kiln_tensor_free(x);
}

void data_of_a_wrong_length_is_refused() {
  float data[] = {1, 2, 3};
  int64_t sizes[] = {2, 2}, negative = -1, huge[] = {INT64_MAX, 16};
  void *handle = nullptr;
  check(!text_of(kiln_tensor_new(sizes, 2, 6, data, 12, &handle)).empty(), "too little data is refused");
  check(!text_of(kiln_tensor_new(&negative, 1, 6, data, 12, &handle)).empty(), "a negative size is refused");
  check(!text_of(kiln_tensor_new(huge, 2, 6, data, 12, &handle)).empty(), "an overflowing size is refused");
  check(!handle, "nothing was made");
}

void gradients_are_computed_and_cleared() {
  void *x = floats({3});
  check(text_of(kiln_set_requires_grad(x, 1)).empty(), "gradients are asked for");
  KilnValue arguments[] = {tensor(x), tensor(x)};
  KilnValue product;
  check(text_of(kiln_operator_call(find("aten::mul", "Tensor"), arguments, 2, &product, 1)).empty(), "mul works");
  check(text_of(kiln_backward(&product.as.pointer, 1, nullptr, 0, -1, 0, nullptr, 0)).empty(), "backward works");
  void *grad = nullptr;
  check(text_of(kiln_get_grad(x, &grad)).empty() && grad && first_of(grad) == 6, "the gradient of x² at 3 is 6");
  kiln_tensor_free(grad);
  check(text_of(kiln_clear_grads(&x, 1)).empty(), "gradients are cleared");
  check(text_of(kiln_get_grads(&x, 1, &grad)).empty() && !grad, "no gradient is left");
  kiln_tensor_free(product.as.pointer);
  kiln_tensor_free(x);
}

void a_generator_repeats_its_numbers() {
  void *generator = nullptr, *state = nullptr;
  check(text_of(kiln_generator_new(7, &generator)).empty(), "a generator is made");
  check(text_of(kiln_generator_get_state(generator, &state)).empty(), "its state is read");
  check(text_of(kiln_generator_set_state(generator, state)).empty(), "its state is set");
  void *wrong = floats({1});
  check(!text_of(kiln_generator_set_state(generator, wrong)).empty(), "what is no state is refused");
  kiln_tensor_free(wrong);
  kiln_tensor_free(state);
  kiln_generator_free(generator);
}

} // namespace

int main() {
  check(text_of(kiln_start(1)).empty() && kiln_get_threads() == 1, "the shim starts with one thread");
  an_operator_is_called_with_and_without_boxing();
  wrong_arguments_are_named();
  an_unknown_operator_is_refused();
  lists_come_back_in_memory_of_the_caller();
  data_of_a_wrong_length_is_refused();
  gradients_are_computed_and_cleared();
  a_generator_repeats_its_numbers();
  std::printf("%d passed, %d failed, 0 skipped\n", passed, failed);
  return failed == 0 ? 0 : 1;
}
