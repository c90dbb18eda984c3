// Calls back into C# from the backward pass.
#pragma once
#include "support.h"
#include <exception>

namespace kiln {

// A callback failed with an exception of the caller's side. It travels through libtorch as this.
class CallbackFailure : public std::exception {
public:
  explicit CallbackFailure(void *failure) : failure_(failure) {}
  void *failure() const noexcept { return failure_; }
  const char *what() const noexcept override { return "a callback failed"; }

private:
  void *failure_;
};

// Owns a callback's state.
class Callback {
public:
  explicit Callback(const KilnCallback &callback) : callback_(callback) {}
  ~Callback() {
    if (callback_.release)
      callback_.release(callback_.state);
  }
  Callback(const Callback &) = delete;
  Callback &operator=(const Callback &) = delete;

  // Calls it with tensors, undefined ones among them; gives as many back as are wanted.
  std::vector<at::Tensor> operator()(const std::vector<at::Tensor> &inputs, size_t wanted) const;

private:
  KilnCallback callback_;
};

} // namespace kiln
