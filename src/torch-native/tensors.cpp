// Tensor handles: making, freeing, looking at them.
#include "values.h"
#include <ATen/ATen.h>
#include <c10/core/CPUAllocator.h>
#include <cstring>

namespace {

c10::TensorImpl *impl(void *handle) { return static_cast<c10::TensorImpl *>(handle); }

void release(void *handle) {
  if (handle)
    kiln::TensorPointer::reclaim(impl(handle));
}

at::Tensor around(c10::DataPtr &&data, size_t bytes, c10::Allocator *allocator, caffe2::TypeMeta type,
                  at::IntArrayRef sizes) {
  auto storage = c10::make_intrusive<c10::StorageImpl>(c10::StorageImpl::use_byte_size_t(), bytes, std::move(data),
                                                       allocator, allocator != nullptr);
  auto tensor = at::detail::make_tensor<c10::TensorImpl>(c10::Storage(std::move(storage)),
                                                         c10::DispatchKeySet(c10::DispatchKey::CPU), type);
  tensor.unsafeGetTensorImpl()->set_sizes_contiguous(sizes);
  return tensor;
}

int64_t count_elements(at::IntArrayRef sizes) {
  int64_t elements = 1;
  for (int64_t size : sizes) {
    TORCH_CHECK_VALUE(size >= 0, "a tensor cannot have the negative size ", size);
    TORCH_CHECK_VALUE(!__builtin_mul_overflow(elements, size, &elements), "a tensor of sizes ", sizes, " is too large");
  }
  return elements;
}

} // namespace

KILN_API void kiln_tensor_free(void *handle) {
  kiln::quietly([&] { release(handle); });
}

KILN_API void kiln_tensors_free(void *const *handles, int32_t count) {
  kiln::quietly([&] {
    for (int32_t i = 0; i < count; i++)
      release(handles[i]);
  });
}

KILN_API int64_t kiln_tensor_elements(void *handle) {
  return kiln::fact_or<int64_t>(0, [&] { return impl(handle)->numel(); });
}

KILN_API int32_t kiln_tensor_scalar_type(void *handle) {
  return kiln::fact_or<int32_t>(-1,
                                [&] { return static_cast<int32_t>(c10::typeMetaToScalarType(impl(handle)->dtype())); });
}

KILN_API KilnError *kiln_tensor_facts(void *handle, KilnTensorFacts *facts) {
  return kiln::guarded([&] {
    const at::Tensor &tensor = kiln::peek(handle);
    bool strided = tensor.layout() == c10::kStrided;
    facts->elements = tensor.numel();
    facts->dimensions = static_cast<int32_t>(tensor.dim());
    facts->scalar_type = static_cast<int32_t>(tensor.scalar_type());
    facts->device_type = static_cast<int32_t>(tensor.device().type());
    facts->device_index = tensor.device().index();
    facts->sizes = tensor.sizes().data();
    facts->strides = strided ? tensor.strides().data() : nullptr;
    facts->data = strided && tensor.has_storage() ? tensor.data_ptr() : nullptr;
    facts->flags = (tensor.requires_grad() ? KILN_REQUIRES_GRAD : 0) | (tensor.is_leaf() ? KILN_IS_LEAF : 0) |
                   (strided && tensor.is_contiguous() ? KILN_IS_CONTIGUOUS : 0) |
                   (tensor.is_quantized() ? KILN_IS_QUANTIZED : 0) | (strided ? 0 : KILN_IS_SPARSE) |
                   (tensor.is_conj() || tensor.is_neg() ? KILN_IS_UNRESOLVED : 0);
    facts->version = tensor.is_inference() ? 0 : static_cast<int32_t>(tensor._version());
  });
}

// A new contiguous CPU tensor that copies `bytes` bytes of data.
KILN_API KilnError *kiln_tensor_new(const int64_t *sizes, int32_t dimensions, int32_t scalar_type, const void *data,
                                    int64_t bytes, void **result) {
  return kiln::guarded([&] {
    auto type = c10::scalarTypeToTypeMeta(static_cast<c10::ScalarType>(scalar_type));
    at::IntArrayRef shape(sizes, static_cast<size_t>(dimensions));
    int64_t wanted = count_elements(shape) * static_cast<int64_t>(type.itemsize());
    TORCH_CHECK_VALUE(bytes == wanted, "a tensor of sizes ", shape, " needs ", wanted, " bytes of data, got ", bytes);
    auto allocator = c10::GetCPUAllocator();
    auto tensor =
        around(allocator->allocate(static_cast<size_t>(bytes)), static_cast<size_t>(bytes), allocator, type, shape);
    if (bytes > 0)
      std::memcpy(tensor.data_ptr(), data, static_cast<size_t>(bytes));
    *result = kiln::give(std::move(tensor));
  });
}

// All the memory that a tensor shares with its views.
KILN_API KilnError *kiln_tensor_storage(void *handle, void **data, int64_t *bytes) {
  return kiln::guarded([&] {
    auto storage = kiln::peek(handle).storage();
    *data = storage.data();
    *bytes = static_cast<int64_t>(storage.nbytes());
  });
}

KILN_API KilnError *kiln_tensor_item(void *handle, KilnValue *result) {
  return kiln::guarded([&] {
    auto number = kiln::peek(handle).item();
    *result = KilnValue{KILN_INT, 0, {0}};
    if (number.isComplex()) {
      kiln::pull_complex(number.toComplexDouble(), *result);
    } else if (number.isFloatingPoint()) {
      result->tag = KILN_DOUBLE;
      result->as.real = number.toDouble();
    } else if (number.isBoolean()) {
      result->tag = KILN_BOOL;
      result->as.integer = number.toBool();
    } else {
      result->as.integer = number.toLong();
    }
  });
}
