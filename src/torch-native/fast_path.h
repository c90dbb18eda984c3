// Calls without boxing for the C++ signatures that training loops use most.
#pragma once
#include "values.h"

namespace kiln {

// The typed call of an operator, or null where its signature is not in the list. Chosen once, when it is found.
FastCall choose_fast_call(const Operator &op);

} // namespace kiln
