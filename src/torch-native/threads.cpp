#include "threads.h"
#include "support.h"
#include <ATen/Parallel.h>
#include <c10/util/Exception.h>
#include <cstdio>
#include <string>

// libtorch brings OpenMP with it. at::set_num_threads would change the number of every thread made later, too.
extern "C" void omp_set_num_threads(int) __attribute__((weak));

namespace kiln {
namespace {

// One line on the error stream instead of glog's block with a source file.
class OneLineWarning : public c10::WarningHandler {
public:
  void process(const c10::SourceLocation &, const std::string &text, const bool) override {
    std::string line = "libtorch: " + text.substr(0, text.find('\n')) + "\n";
    std::fputs(line.c_str(), stderr);
  }
};

void prepare_new_thread() {
  static OneLineWarning warnings;
  c10::Warning::set_warning_handler(&warnings);
  // OpenMP's thread count belongs to each thread: a new one would run BLAS with its default.
  at::init_num_threads();
}

} // namespace

void prepare_thread() {
  static thread_local bool done = false;
  if (C10_UNLIKELY(!done)) {
    done = true;
    prepare_new_thread();
  }
}

} // namespace kiln

KILN_API KilnError *kiln_use_one_thread() {
  return kiln::guarded([&] {
    kiln::prepare_thread();
    // Asking sets the thread up; otherwise its first parallel operator would, and undo the next line.
    at::get_num_threads();
    if (omp_set_num_threads)
      omp_set_num_threads(1);
  });
}
