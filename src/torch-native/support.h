// What every file of the shim needs: handles to tensors and back, and the one way errors leave it.
#pragma once
#include "kiln_torch.h"
#include <ATen/core/Tensor.h>
#include <c10/core/TensorImpl.h>
#include <c10/core/UndefinedTensorImpl.h>
#include <c10/util/Exception.h>
#include <utility>
#include <vector>

namespace kiln {

using TensorPointer = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;

// A tensor that holds a reference of its own. A null handle gives the undefined tensor.
inline at::Tensor borrow(void *handle) {
  return handle ? at::Tensor(TensorPointer::reclaim_copy(static_cast<c10::TensorImpl *>(handle))) : at::Tensor();
}

// The tensor behind a handle without touching its reference count. at::Tensor is exactly one pointer to a TensorImpl,
// so the place that holds the handle is a tensor. The handle must not be null and must outlive the reference.
static_assert(sizeof(at::Tensor) == sizeof(void *), "a tensor must be one pointer");
inline const at::Tensor &peek(void *const &handle) { return *reinterpret_cast<const at::Tensor *>(&handle); }
inline at::Tensor &peek_mutable(void *const &handle) {
  return *reinterpret_cast<at::Tensor *>(const_cast<void **>(&handle));
}

// A handle for the caller, who frees it. The undefined tensor becomes null.
inline void *give(at::Tensor &&tensor) { return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr; }
inline void *give(const at::Tensor &tensor) { return give(at::Tensor(tensor)); }

inline std::vector<at::Tensor> borrow_all(void *const *handles, int32_t count) {
  std::vector<at::Tensor> tensors;
  tensors.reserve(static_cast<size_t>(count));
  for (int32_t i = 0; i < count; i++)
    tensors.push_back(borrow(handles[i]));
  return tensors;
}

// The exception in flight as an error for the caller. Call it only inside a catch block.
KilnError *describe_exception() noexcept;

// Runs the body of an export: no C++ exception ever crosses the boundary.
template <class Body> KilnError *guarded(Body &&body) noexcept {
  try {
    std::forward<Body>(body)();
    return nullptr;
  } catch (...) {
    return describe_exception();
  }
}

// The same for exports that tell a fact and have no way to fail that their caller could act on.
template <class Fact, class Body> Fact fact_or(Fact fallback, Body &&body) noexcept {
  try {
    return std::forward<Body>(body)();
  } catch (...) {
    return fallback;
  }
}

// And for those that only give something back.
template <class Body> void quietly(Body &&body) noexcept {
  try {
    std::forward<Body>(body)();
  } catch (...) {
    // Nothing is left to do: the caller has already let go of what it gave back.
  }
}

} // namespace kiln
