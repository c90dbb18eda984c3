// The arithmetic of optimizer steps on plain arrays, compiled once for each set of vector instructions.
//
// Each element is rounded as by ATen's operators on lists (_foreach_mul_, _foreach_add_ and so on), of which PyTorch's
// optimizers consist: a training gives the same digits. What is saved are the walks through memory, one for each of
// those operators; a step of Adam on a quarter of a million weights makes nine.
#pragma once
#include "kiln_torch.h"

namespace kiln {

// Changes `count` elements. The arrays in `data` are in the order that kiln_torch.h gives for the step.
using StepKernel = void (*)(const void *step, void *const *data, int64_t count);

// The kernel for a step's options on elements of float or double.
namespace baseline {
StepKernel choose(const KilnSgdStep &step, bool is_double);
StepKernel choose(const KilnAdamStep &step, bool is_double);
StepKernel choose(const KilnRmsPropStep &step, bool is_double);
} // namespace baseline

#ifdef KILN_HAS_AVX2
namespace avx2 {
StepKernel choose(const KilnSgdStep &step, bool is_double);
StepKernel choose(const KilnAdamStep &step, bool is_double);
StepKernel choose(const KilnRmsPropStep &step, bool is_double);
} // namespace avx2
#endif

} // namespace kiln
