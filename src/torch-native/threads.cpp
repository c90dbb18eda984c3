#include "threads.h"
#include <ATen/Parallel.h>
#include <c10/util/Exception.h>
#include <cstdio>
#include <string>

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
