// Trees of values of the boundary to IValues and back.
#pragma once
#include "kiln_jit.h"
#include <ATen/core/ivalue.h>
#include <ATen/core/jit_type.h>

namespace kiln {

// The type says what an empty list holds and makes whole numbers real ones; null where nothing is expected.
c10::IValue plant(const KilnValue &value, const c10::TypePtr &type);

// Everything in the result is the caller's.
KilnValue harvest(const c10::IValue &value);

KilnValue text_value(const std::string &text);

// Memory for the children of a node.
KilnValue node(int32_t tag, size_t count);
inline KilnValue *children(const KilnValue &value) { return static_cast<KilnValue *>(value.as.pointer); }

} // namespace kiln
