// Random number generators. A generator handle is an at::Generator* that the caller frees.
#include "support.h"
#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <mutex>

namespace {

at::Generator &generator(void *handle) { return *static_cast<at::Generator *>(handle); }

} // namespace

KILN_API KilnError *kiln_generator_new(uint64_t seed, void **result) {
  return kiln::guarded([&] { *result = new at::Generator(at::detail::createCPUGenerator(seed)); });
}

// The one that operators use when they are given none.
KILN_API KilnError *kiln_generator_default(void **result) {
  return kiln::guarded([&] { *result = new at::Generator(at::detail::getDefaultCPUGenerator()); });
}

KILN_API void kiln_generator_free(void *handle) {
  kiln::quietly([&] { delete static_cast<at::Generator *>(handle); });
}

KILN_API KilnError *kiln_generator_set_seed(void *handle, uint64_t seed) {
  return kiln::guarded([&] {
    std::lock_guard<std::mutex> lock(generator(handle).mutex());
    generator(handle).set_current_seed(seed);
  });
}

KILN_API KilnError *kiln_generator_new_seed(void *handle, uint64_t *result) {
  return kiln::guarded([&] {
    std::lock_guard<std::mutex> lock(generator(handle).mutex());
    *result = generator(handle).seed();
  });
}

KILN_API KilnError *kiln_generator_get_seed(void *handle, uint64_t *result) {
  return kiln::guarded([&] {
    std::lock_guard<std::mutex> lock(generator(handle).mutex());
    *result = generator(handle).current_seed();
  });
}

KILN_API KilnError *kiln_generator_get_state(void *handle, void **result) {
  return kiln::guarded([&] {
    std::lock_guard<std::mutex> lock(generator(handle).mutex());
    *result = kiln::give(generator(handle).get_state());
  });
}

KILN_API KilnError *kiln_generator_set_state(void *handle, void *state) {
  return kiln::guarded([&] {
    std::lock_guard<std::mutex> lock(generator(handle).mutex());
    generator(handle).set_state(kiln::peek(state));
  });
}
