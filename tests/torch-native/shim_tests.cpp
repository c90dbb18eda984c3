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

int64_t version_of(void *handle) {
  KilnTensorFacts facts;
  check(text_of(kiln_tensor_facts(handle, &facts)).empty(), "facts are told");
  return facts.version;
}

void all_equal(void *handle, float wanted, const char *sentence) {
  KilnTensorFacts facts;
  check(text_of(kiln_tensor_facts(handle, &facts)).empty(), "facts are told");
  for (int64_t i = 0; i < facts.elements; i++)
    if (static_cast<float *>(facts.data)[i] != wanted) {
      check(false, sentence);
      return;
    }
  check(true, sentence);
}

// Lists of two weights each: one shorter than a vector, one that the threads share and that ends within a vector.
struct Weights {
  void *handles[5][2];
  void *const *lists[5];

  Weights() {
    for (size_t role = 0; role < 5; role++) {
      handles[role][0] = floats(std::vector<float>(3, role == 1 ? 2.0f : 0.0f));
      handles[role][1] = floats(std::vector<float>(140003, role == 1 ? 2.0f : 0.0f));
      lists[role] = handles[role];
    }
  }
  ~Weights() {
    for (auto &role : handles)
      kiln_tensors_free(role, 2);
  }
  Weights(const Weights &) = delete;
  Weights &operator=(const Weights &) = delete;
};

void optimizers_step_on_all_weights() {
  int32_t done = 0;
  for (int32_t threads = 1; threads <= 2; threads++) {
    check(text_of(kiln_set_threads(threads)).empty(), "threads are set");
    Weights sgd, adam, rmsprop;
    KilnSgdStep plain{0.5, 0, 0.5, 1, 0, 0};
    check(text_of(kiln_sgd_step(&plain, sgd.lists, 2, &done)).empty() && done, "SGD steps");
    all_equal(sgd.handles[0][0], -1, "SGD moves a short weight by rate · gradient");
    all_equal(sgd.handles[0][1], -1, "SGD moves a long weight by rate · gradient");
    all_equal(sgd.handles[2][1], 2, "SGD fills its buffer");
    all_equal(sgd.handles[1][1], 2, "SGD leaves the gradient alone");
    check(version_of(sgd.handles[0][0]) == 1 && version_of(sgd.handles[2][0]) == 1 &&
              version_of(sgd.handles[1][0]) == 0,
          "what SGD changes counts the change");

    KilnAdamStep first{1, 0, 1, 0.5, 0.5, 0.75, 0.25, 0.5, 0, 1, 0};
    check(text_of(kiln_adam_step(&first, adam.lists, 2, &done)).empty() && done, "Adam steps");
    all_equal(adam.handles[0][1], -0.5, "Adam moves by mean / root");
    all_equal(adam.handles[4][1], 1, "Adam keeps the largest square");

    KilnRmsPropStep centered{1, 0, 0.5, 0.75, 0.25, 1, 1, 0};
    check(text_of(kiln_rmsprop_step(&centered, rmsprop.lists, 2, &done)).empty() && done, "RMSProp steps");
    all_equal(rmsprop.handles[3][1], 0.5, "RMSProp keeps the mean");
    check(first_of(rmsprop.handles[0][1]) < 0 && first_of(rmsprop.handles[0][0]) == first_of(rmsprop.handles[0][1]),
          "RMSProp moves all alike");
  }
  check(text_of(kiln_set_threads(1)).empty(), "threads are set");
}

void tensors_that_are_no_plain_arrays_are_left_alone() {
  Weights weights;
  KilnSgdStep step{0.5, 0, 0, 1, 0, 0};
  int32_t done = 1;
  kiln_tensor_free(weights.handles[1][1]);
  weights.handles[1][1] = floats({1, 2});
  check(text_of(kiln_sgd_step(&step, weights.lists, 2, &done)).empty() && !done, "another size is not stepped on");
  all_equal(weights.handles[0][0], 0, "and nothing was changed");
  check(text_of(kiln_sgd_step(&step, weights.lists, 0, &done)).empty() && done, "no weights are a step too");
}

void the_memory_of_tensors_is_counted() {
  int64_t before = kiln_allocated_bytes();
  void *x = floats(std::vector<float>(100000));
  check(kiln_allocated_bytes() >= before + 400000 && kiln_allocated_bytes() <= before + 520000, "a tensor counts");
  kiln_tensor_free(x);
  check(kiln_allocated_bytes() == before, "a freed tensor does not count");
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
  optimizers_step_on_all_weights();
  tensors_that_are_no_plain_arrays_are_left_alone();
  the_memory_of_tensors_is_counted();
  a_generator_repeats_its_numbers();
  std::printf("%d passed, %d failed, 0 skipped\n", passed, failed);
  return failed == 0 ? 0 : 1;
}
