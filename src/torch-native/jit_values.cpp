#include "jit_values.h"
#include "support.h"
#include "values.h"
#include <cstdlib>
#include <cstring>

namespace kiln {
namespace {

using c10::IValue;
using c10::TypeKind;
using c10::TypePtr;

void *allocate(size_t bytes) {
  void *memory = std::malloc(bytes + 1);
  if (!memory)
    throw std::bad_alloc();
  return memory;
}

TypePtr without_optional(const TypePtr &type) {
  return type && type->kind() == TypeKind::OptionalType ? type->castRaw<c10::OptionalType>()->getElementType() : type;
}

// Of lists and dictionaries that nothing is known of: what their first element says.
TypePtr element_type(const TypePtr &expected, const std::vector<IValue> &items, size_t position) {
  if (expected)
    return expected;
  return items.size() > position ? items[position].type<c10::Type>() : TypePtr(c10::TensorType::get());
}

std::vector<IValue> plant_all(const KilnValue &value, const std::vector<TypePtr> &types) {
  std::vector<IValue> items;
  for (int32_t i = 0; i < value.count; i++)
    items.push_back(plant(children(value)[i], types.empty() ? nullptr : types[static_cast<size_t>(i) % types.size()]));
  return items;
}

IValue plant_tuple(const KilnValue &value, const TypePtr &type) {
  std::vector<TypePtr> types;
  if (type && type->kind() == TypeKind::TupleType) {
    auto elements = type->castRaw<c10::TupleType>()->elements();
    types.assign(elements.begin(), elements.end());
  }
  return IValue(c10::ivalue::Tuple::create(plant_all(value, types)));
}

IValue plant_list(const KilnValue &value, const TypePtr &type) {
  if (type && type->kind() == TypeKind::TupleType)
    return plant_tuple(value, type);
  TypePtr expected =
      type && type->kind() == TypeKind::ListType ? type->castRaw<c10::ListType>()->getElementType() : nullptr;
  auto items = plant_all(value, expected ? std::vector<TypePtr>{expected} : std::vector<TypePtr>{});
  c10::impl::GenericList list(element_type(expected, items, 0));
  for (auto &item : items)
    list.push_back(item);
  return IValue(std::move(list));
}

IValue plant_dict(const KilnValue &value, const TypePtr &type) {
  TypePtr key, mapped;
  if (type && type->kind() == TypeKind::DictType) {
    key = type->castRaw<c10::DictType>()->getKeyType();
    mapped = type->castRaw<c10::DictType>()->getValueType();
  }
  auto items = plant_all(value, key ? std::vector<TypePtr>{key, mapped} : std::vector<TypePtr>{});
  TypePtr key_type = key || !items.empty() ? element_type(key, items, 0) : TypePtr(c10::StringType::get());
  c10::impl::GenericDict dict(key_type, element_type(mapped, items, 1));
  for (size_t i = 0; i + 1 < items.size(); i += 2)
    dict.insert(items[i], items[i + 1]);
  return IValue(std::move(dict));
}

KilnValue harvest_all(int32_t tag, c10::ArrayRef<IValue> items) {
  KilnValue result = node(tag, items.size());
  for (size_t i = 0; i < items.size(); i++)
    children(result)[i] = harvest(items[i]);
  return result;
}

KilnValue harvest_dict(const IValue &value) {
  auto dict = value.toGenericDict();
  KilnValue result = node(KILN_DICT, 2 * dict.size());
  size_t i = 0;
  for (auto &entry : dict) {
    children(result)[i++] = harvest(entry.key());
    children(result)[i++] = harvest(entry.value());
  }
  return result;
}

KilnValue harvest_plain(const IValue &value) {
  KilnValue result{KILN_NONE, 0, {0}};
  if (value.isInt()) {
    result.tag = KILN_INT;
    result.as.integer = value.toInt();
  } else if (value.isDouble()) {
    result.tag = KILN_DOUBLE;
    result.as.real = value.toDouble();
  } else if (value.isBool()) {
    result.tag = KILN_BOOL;
    result.as.integer = value.toBool();
  } else {
    TORCH_CHECK_NOT_IMPLEMENTED(value.isNone(), "it returned a value of type ", value.type()->str(),
                                "; tensors, numbers, texts, lists, tuples and dictionaries can be returned");
  }
  return result;
}

} // namespace

KilnValue node(int32_t tag, size_t count) {
  KilnValue value{tag, static_cast<int32_t>(count), {0}};
  value.as.pointer = allocate(count * sizeof(KilnValue));
  std::memset(value.as.pointer, 0, count * sizeof(KilnValue));
  return value;
}

KilnValue text_value(const std::string &text) {
  KilnValue value{KILN_STRING, static_cast<int32_t>(text.size()), {0}};
  value.as.pointer = allocate(text.size());
  std::memcpy(value.as.pointer, text.data(), text.size());
  return value;
}

IValue plant(const KilnValue &value, const TypePtr &optional_type) {
  TypePtr type = without_optional(optional_type);
  switch (value.tag) {
  case KILN_NONE: return IValue();
  case KILN_TENSOR: return IValue(borrow(value.as.pointer));
  case KILN_INT:
    return type && type->kind() == TypeKind::FloatType ? IValue(static_cast<double>(value.as.integer))
                                                       : IValue(value.as.integer);
  case KILN_DOUBLE: return IValue(value.as.real);
  case KILN_BOOL: return IValue(value.as.integer != 0);
  case KILN_STRING:
    return IValue(std::string(static_cast<const char *>(value.as.pointer), static_cast<size_t>(value.count)));
  case KILN_DEVICE:
    return IValue(
        c10::Device(static_cast<c10::DeviceType>(value.count), static_cast<c10::DeviceIndex>(value.as.integer)));
  case KILN_COMPLEX: {
    auto parts = static_cast<const double *>(value.as.pointer);
    return IValue(c10::complex<double>(parts[0], parts[1]));
  }
  case KILN_TUPLE: return plant_tuple(value, type);
  case KILN_LIST: return plant_list(value, type);
  case KILN_DICT: return plant_dict(value, type);
  default: TORCH_CHECK_TYPE(false, "an argument has the unknown kind ", value.tag);
  }
}

KilnValue harvest(const IValue &value) {
  if (value.isTensor()) {
    KilnValue result{KILN_NONE, 0, {0}};
    result.as.pointer = give(value.toTensor());
    result.tag = result.as.pointer ? KILN_TENSOR : KILN_NONE;
    return result;
  }
  if (value.isTuple())
    return harvest_all(KILN_TUPLE, value.toTupleRef().elements());
  if (value.isList())
    return harvest_all(KILN_LIST, value.toListRef());
  if (value.isGenericDict())
    return harvest_dict(value);
  if (value.isString())
    return text_value(value.toStringRef());
  if (value.isDevice())
    return text_value(value.toDevice().str());
  if (value.isComplexDouble()) {
    KilnValue result{KILN_NONE, 0, {0}};
    pull_complex(value.toComplexDouble(), result);
    return result;
  }
  return harvest_plain(value);
}

} // namespace kiln
