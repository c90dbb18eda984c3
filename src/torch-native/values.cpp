#include "values.h"
#include <cstdlib>
#include <cstring>

namespace kiln {
namespace {

using c10::IValue;
using c10::TypeKind;

ArgumentKind list_kind(const c10::TypePtr &element) {
  switch (element->kind()) {
  case TypeKind::TensorType: return ArgumentKind::Tensors;
  case TypeKind::OptionalType:
    return element->castRaw<c10::OptionalType>()->getElementType()->kind() == TypeKind::TensorType
               ? ArgumentKind::OptionalTensors
               : ArgumentKind::Other;
  case TypeKind::IntType:
  case TypeKind::SymIntType: return ArgumentKind::Ints;
  case TypeKind::FloatType: return ArgumentKind::Floats;
  case TypeKind::BoolType: return ArgumentKind::Bools;
  case TypeKind::NumberType: return ArgumentKind::Scalars;
  default: return ArgumentKind::Other;
  }
}

ArgumentKind kind_of(const c10::TypePtr &type) {
  switch (type->kind()) {
  case TypeKind::TensorType: return ArgumentKind::Tensor;
  case TypeKind::IntType:
  case TypeKind::SymIntType:
  case TypeKind::ScalarTypeType:
  case TypeKind::LayoutType:
  case TypeKind::MemoryFormatType: return ArgumentKind::Int;
  case TypeKind::FloatType:
  case TypeKind::SymFloatType: return ArgumentKind::Float;
  case TypeKind::BoolType: return ArgumentKind::Bool;
  case TypeKind::NumberType: return ArgumentKind::Scalar;
  case TypeKind::StringType: return ArgumentKind::String;
  case TypeKind::DeviceObjType: return ArgumentKind::Device;
  case TypeKind::GeneratorType: return ArgumentKind::Generator;
  case TypeKind::ListType: return list_kind(type->castRaw<c10::ListType>()->getElementType());
  default: return ArgumentKind::Other;
  }
}

// How many values an enumeration has. For the dispatcher it is an integer; only its real type tells.
int32_t choices_of(const c10::Argument &argument) {
  c10::TypePtr type = argument.real_type();
  if (type->kind() == TypeKind::OptionalType)
    type = type->castRaw<c10::OptionalType>()->getElementType();
  switch (type->kind()) {
  case TypeKind::ScalarTypeType: return static_cast<int32_t>(c10::ScalarType::NumOptions);
  case TypeKind::LayoutType: return static_cast<int32_t>(c10::Layout::NumOptions);
  case TypeKind::MemoryFormatType: return static_cast<int32_t>(c10::MemoryFormat::NumOptions);
  default: return 0;
  }
}

[[noreturn]] void refuse(const Operator &op, size_t position, const KilnValue &value) {
  static const char *const names[] = {"None",   "Tensor",    "int",     "float",    "bool",
                                      "int[]",  "float[]",   "bool[]",  "Tensor[]", "str",
                                      "Device", "Generator", "complex", "Scalar[]", "default"};
  auto &argument = op.handle.schema().arguments()[position];
  const char *given = value.tag >= 0 && value.tag <= KILN_DEFAULT ? names[value.tag] : "an unknown value";
  TORCH_CHECK_TYPE(false, op.handle.schema().name(), "(): argument '", argument.name(), "' (position ", position + 1,
                   ") must be ", argument.type()->str(), ", not ", given);
}

template <class Element, class Stored, class Convert> IValue to_list(const KilnValue &value, Convert convert) {
  c10::List<Element> list;
  list.reserve(static_cast<size_t>(value.count));
  auto items = static_cast<const Stored *>(value.as.pointer);
  for (int32_t i = 0; i < value.count; i++)
    list.push_back(convert(items[i]));
  return IValue(std::move(list));
}

IValue repeated(int64_t number, int32_t length) {
  c10::List<int64_t> list;
  for (int32_t i = 0; i < (length ? length : 1); i++)
    list.push_back(number);
  return IValue(std::move(list));
}

IValue to_scalars(const KilnValue &value) {
  c10::impl::GenericList list(c10::NumberType::get());
  list.reserve(static_cast<size_t>(value.count));
  auto items = static_cast<const KilnValue *>(value.as.pointer);
  for (int32_t i = 0; i < value.count; i++)
    list.push_back(IValue(to_scalar(items[i])));
  return IValue(std::move(list));
}

IValue from_tensor(const Operator &op, size_t position, const KilnValue &value) {
  switch (op.arguments[position].kind) {
  case ArgumentKind::Tensor: return IValue(borrow(value.as.pointer));
  case ArgumentKind::Scalar: return IValue(peek(value.as.pointer).item());
  default: refuse(op, position, value);
  }
}

IValue from_int(const Operator &op, size_t position, const KilnValue &value) {
  auto &argument = op.arguments[position];
  TORCH_CHECK_VALUE(!argument.choices || (value.as.integer >= 0 && value.as.integer < argument.choices),
                    op.handle.schema().name(), "(): argument '", op.handle.schema().arguments()[position].name(),
                    "' has no choice ", value.as.integer);
  switch (argument.kind) {
  case ArgumentKind::Int:
  case ArgumentKind::Scalar: return IValue(value.as.integer);
  case ArgumentKind::Float: return IValue(static_cast<double>(value.as.integer));
  case ArgumentKind::Bool: return IValue(value.as.integer != 0);
  case ArgumentKind::Ints: return repeated(value.as.integer, argument.fixed_length);
  default: refuse(op, position, value);
  }
}

IValue from_double(const Operator &op, size_t position, const KilnValue &value) {
  auto kind = op.arguments[position].kind;
  if (kind == ArgumentKind::Float || kind == ArgumentKind::Scalar)
    return IValue(value.as.real);
  refuse(op, position, value);
}

IValue from_bool(const Operator &op, size_t position, const KilnValue &value) {
  auto kind = op.arguments[position].kind;
  if (kind == ArgumentKind::Bool || kind == ArgumentKind::Scalar)
    return IValue(value.as.integer != 0);
  refuse(op, position, value);
}

IValue from_ints(const Operator &op, size_t position, const KilnValue &value) {
  switch (op.arguments[position].kind) {
  case ArgumentKind::Ints: return to_list<int64_t, int64_t>(value, [](int64_t i) { return i; });
  case ArgumentKind::Floats: return to_list<double, int64_t>(value, [](int64_t i) { return static_cast<double>(i); });
  default: refuse(op, position, value);
  }
}

IValue from_tensors(const Operator &op, size_t position, const KilnValue &value) {
  using MaybeTensor = c10::optional<at::Tensor>;
  switch (op.arguments[position].kind) {
  case ArgumentKind::Tensors:
    return to_list<at::Tensor, void *>(value, [](void *handle) {
      TORCH_CHECK_TYPE(handle, "a list of tensors has a missing one; give it a tensor at every place");
      return borrow(handle);
    });
  case ArgumentKind::OptionalTensors:
    return to_list<MaybeTensor, void *>(
        value, [](void *handle) { return handle ? MaybeTensor(borrow(handle)) : MaybeTensor(); });
  default: refuse(op, position, value);
  }
}

IValue from_nothing(const Operator &op, size_t position, const KilnValue &value) {
  // Many operators look into an undefined tensor without asking whether it is one.
  if (op.arguments[position].optional)
    return IValue();
  refuse(op, position, value);
}

IValue from_default(const Operator &op, size_t position) {
  TORCH_CHECK_TYPE(op.arguments[position].has_default, op.handle.schema().name(), "() needs a value for argument '",
                   op.handle.schema().arguments()[position].name(), "'");
  return op.arguments[position].default_value;
}

IValue expect(ArgumentKind kind, const Operator &op, size_t position, const KilnValue &value,
              IValue (*convert)(const KilnValue &)) {
  if (op.arguments[position].kind != kind)
    refuse(op, position, value);
  return convert(value);
}

IValue to_string(const KilnValue &value) {
  return IValue(std::string(static_cast<const char *>(value.as.pointer), static_cast<size_t>(value.count)));
}

IValue to_device(const KilnValue &value) {
  return IValue(
      c10::Device(static_cast<c10::DeviceType>(value.count), static_cast<c10::DeviceIndex>(value.as.integer)));
}

IValue to_generator(const KilnValue &value) { return IValue(*static_cast<at::Generator *>(value.as.pointer)); }

IValue to_argument(const Operator &op, size_t position, const KilnValue &value) {
  switch (value.tag) {
  case KILN_NONE: return from_nothing(op, position, value);
  case KILN_DEFAULT: return from_default(op, position);
  case KILN_TENSOR: return from_tensor(op, position, value);
  case KILN_INT: return from_int(op, position, value);
  case KILN_DOUBLE: return from_double(op, position, value);
  case KILN_BOOL: return from_bool(op, position, value);
  case KILN_INTS: return from_ints(op, position, value);
  case KILN_TENSORS: return from_tensors(op, position, value);
  case KILN_DOUBLES:
    return expect(ArgumentKind::Floats, op, position, value,
                  [](const KilnValue &v) { return to_list<double, double>(v, [](double d) { return d; }); });
  case KILN_BOOLS:
    return expect(ArgumentKind::Bools, op, position, value,
                  [](const KilnValue &v) { return to_list<bool, uint8_t>(v, [](uint8_t b) { return b != 0; }); });
  case KILN_STRING: return expect(ArgumentKind::String, op, position, value, to_string);
  case KILN_DEVICE: return expect(ArgumentKind::Device, op, position, value, to_device);
  case KILN_GENERATOR: return expect(ArgumentKind::Generator, op, position, value, to_generator);
  case KILN_SCALARS: return expect(ArgumentKind::Scalars, op, position, value, to_scalars);
  case KILN_COMPLEX:
    return expect(ArgumentKind::Scalar, op, position, value, [](const KilnValue &v) { return IValue(to_scalar(v)); });
  default: refuse(op, position, value);
  }
}

void keep_default_as_value(Argument &argument) {
  auto &source = argument.default_value;
  auto &value = argument.default_as_value;
  if (source.isNone()) {
    value.tag = KILN_NONE;
  } else if (source.isInt()) {
    value.tag = KILN_INT;
    value.as.integer = source.toInt();
  } else if (source.isDouble()) {
    value.tag = KILN_DOUBLE;
    value.as.real = source.toDouble();
  } else if (source.isBool()) {
    value.tag = KILN_BOOL;
    value.as.integer = source.toBool();
  } else if (source.isIntList()) {
    argument.default_ints = source.toIntVector();
    value = KilnValue{KILN_INTS, static_cast<int32_t>(argument.default_ints.size()), {0}};
    value.as.pointer = argument.default_ints.data(); // moving the vector leaves its elements where they are
  }
}

// Memory for a list in a result. libtorch's lists are short here; int32_t holds every count.
template <class Element, class Convert, class List> void *copy_list(const List &list, Convert convert, int32_t &count) {
  count = static_cast<int32_t>(list.size());
  auto items = static_cast<Element *>(std::malloc(sizeof(Element) * (list.size() + 1)));
  if (!items)
    throw std::bad_alloc();
  for (size_t i = 0; i < list.size(); i++)
    items[i] = convert(list[i]);
  return items;
}

} // namespace

Argument classify(const c10::Argument &argument) {
  c10::TypePtr type = argument.type();
  bool optional = type->kind() == TypeKind::OptionalType;
  if (optional)
    type = type->castRaw<c10::OptionalType>()->getElementType();
  Argument result{kind_of(type),
                  optional,
                  argument.default_value().has_value(),
                  argument.N() ? *argument.N() : 0,
                  choices_of(argument),
                  {},
                  {KILN_DEFAULT, 0, {0}},
                  {}};
  if (result.has_default) {
    result.default_value = *argument.default_value();
    keep_default_as_value(result);
  }
  return result;
}

c10::Scalar to_scalar(const KilnValue &value) {
  switch (value.tag) {
  case KILN_INT: return c10::Scalar(value.as.integer);
  case KILN_DOUBLE: return c10::Scalar(value.as.real);
  case KILN_BOOL: return c10::Scalar(value.as.integer != 0);
  case KILN_COMPLEX: {
    auto parts = static_cast<const double *>(value.as.pointer);
    return c10::Scalar(c10::complex<double>(parts[0], parts[1]));
  }
  default: TORCH_CHECK_TYPE(false, "expected a number, got a value of kind ", value.tag);
  }
}

void push_argument(std::vector<IValue> &stack, const Operator &op, size_t position, const KilnValue &value) {
  stack.push_back(to_argument(op, position, value));
}

void pull_complex(c10::complex<double> number, KilnValue &result) {
  auto parts = static_cast<double *>(std::malloc(2 * sizeof(double)));
  if (!parts)
    throw std::bad_alloc();
  parts[0] = number.real();
  parts[1] = number.imag();
  result.tag = KILN_COMPLEX;
  result.as.pointer = parts;
}

void pull_result(IValue &value, KilnValue &result) {
  result = KilnValue{KILN_NONE, 0, {0}};
  if (value.isTensor()) {
    result.as.pointer = give(std::move(value).toTensor());
    result.tag = result.as.pointer ? KILN_TENSOR : KILN_NONE;
  } else if (value.isInt()) {
    result.tag = KILN_INT;
    result.as.integer = value.toInt();
  } else if (value.isDouble()) {
    result.tag = KILN_DOUBLE;
    result.as.real = value.toDouble();
  } else if (value.isBool()) {
    result.tag = KILN_BOOL;
    result.as.integer = value.toBool();
  } else if (value.isComplexDouble()) {
    pull_complex(value.toComplexDouble(), result);
  } else if (value.isTensorList()) {
    result.tag = KILN_TENSORS;
    result.as.pointer = copy_list<void *>(
        value.toTensorVector(), [](const at::Tensor &t) { return give(t); }, result.count);
  } else if (value.isIntList()) {
    result.tag = KILN_INTS;
    result.as.pointer = copy_list<int64_t>(
        value.toIntVector(), [](int64_t i) { return i; }, result.count);
  } else {
    TORCH_CHECK_NOT_IMPLEMENTED(value.isNone(), "a result of type ", value.tagKind(), " cannot be returned");
  }
}

} // namespace kiln

KILN_API void kiln_memory_free(void *memory) { std::free(memory); }
