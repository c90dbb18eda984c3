// What each thread needs before it runs its first operator.
#pragma once

namespace kiln {

// Gives the thread libtorch's number of OpenMP threads and a place for warnings. Cheap after the first time.
void prepare_thread();

} // namespace kiln
