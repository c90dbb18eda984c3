// What libtorch does not check itself and dies of.
#pragma once
#include "values.h"

namespace kiln {

// The check for an operator, or an empty one where libtorch's own are enough.
Check choose_check(const Operator &op);

} // namespace kiln
