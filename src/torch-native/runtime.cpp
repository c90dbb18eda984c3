// Threads, determinism, and what this libtorch was built with.
#include "block_cache.h"
#include "support.h"
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <c10/util/Logging.h>
#include <cstdlib>
#include <cstring>
#include <string>

// OpenMP comes with libtorch. Of the resources it only lets go of the calling thread's helper threads.
extern "C" int omp_pause_resource_all(int) __attribute__((weak));

namespace {

constexpr int OMP_PAUSE_SOFT = 1;

char *copy_text(const std::string &text) {
  auto copy = static_cast<char *>(std::malloc(text.size() + 1));
  if (!copy)
    throw std::bad_alloc();
  std::memcpy(copy, text.c_str(), text.size() + 1);
  return copy;
}

} // namespace

// Called once, before the first operator. Errors are shown without the C++ stack, and finding its names takes a
// thousand times as long as the error itself.
KILN_API KilnError *kiln_start(int32_t threads) {
  return kiln::guarded([&] {
    kiln::install_block_cache();
    c10::SetStackTraceFetcher([] { return std::string(); });
    if (threads > 0)
      at::set_num_threads(threads);
  });
}

// The caller's helper threads end; its next parallel operator starts new ones. While more helpers are alive than there
// are processors, of whatever threads, OpenMP hardly lets any of them wait awake, and steps take 1.3 times as long.
KILN_API KilnError *kiln_set_threads(int32_t count) {
  return kiln::guarded([&] {
    if (omp_pause_resource_all)
      omp_pause_resource_all(OMP_PAUSE_SOFT);
    at::set_num_threads(count);
  });
}

KILN_API int32_t kiln_get_threads() {
  return kiln::fact_or<int32_t>(0, [&] { return at::get_num_threads(); });
}

KILN_API KilnError *kiln_set_interop_threads(int32_t count) {
  return kiln::guarded([&] { at::set_num_interop_threads(count); });
}

KILN_API int32_t kiln_get_interop_threads() {
  return kiln::fact_or<int32_t>(0, [&] { return static_cast<int32_t>(at::get_num_interop_threads()); });
}

KILN_API int32_t kiln_get_deterministic() {
  return kiln::fact_or<int32_t>(0, [&] { return at::globalContext().deterministicAlgorithms(); });
}

KILN_API KilnError *kiln_set_deterministic(int32_t on, int32_t warn_only) {
  return kiln::guarded([&] { at::globalContext().setDeterministicAlgorithms(on != 0, warn_only != 0); });
}

// libtorch's own description of its build, UTF-8 that the caller frees with kiln_memory_free.
KILN_API KilnError *kiln_build_text(char **result) {
  return kiln::guarded([&] { *result = copy_text(at::show_config()); });
}
