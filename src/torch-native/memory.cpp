// How the C library's allocator keeps memory.
#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

// A training step frees and asks for the same large blocks again and again. By default glibc gives them back to the
// system each time and every page is faulted in anew: a tenth of the time of a small network's step. The environment
// variables of the same meaning win.
__attribute__((constructor)) void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int kLargestKeptBlock = 32 << 20; // glibc allows no more
  constexpr int kKeptAtTheEnd = 256 << 20;
  if (!std::getenv("MALLOC_MMAP_THRESHOLD_"))
    mallopt(M_MMAP_THRESHOLD, kLargestKeptBlock);
  if (!std::getenv("MALLOC_TRIM_THRESHOLD_"))
    mallopt(M_TRIM_THRESHOLD, kKeptAtTheEnd);
#endif
}

} // namespace
