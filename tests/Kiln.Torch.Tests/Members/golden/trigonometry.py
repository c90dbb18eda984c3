"""Cases of src/Kiln.Torch/members/trigonometry.txt. Run: /usr/bin/python3 tests/Kiln.Torch.Tests/Members/golden/trigonometry.py"""

from recorder import *

torch.manual_seed(2)
case = Cases(__file__)
x, y, q, p = normal(3, 4), normal(3, 4), between(-0.9, 0.9, 3, 4), positive(3, 4)

for name in "sin cos tan atan arctan sinh cosh tanh".split():
    case(name, x)
for name in "asin arcsin acos arccos".split():
    case(name, q)
# Their forms in place have no derivative in PyTorch.
for name in "asinh arcsinh atanh arctanh acosh arccosh".split():
    for forms in ("ms", "i"):
        case(name, p + 0.6 if "cosh" in name else q, forms=forms, gradients=forms != "i")
for name in "atan2 arctan2 hypot".split():
    case(name, x, y)

case.write()
