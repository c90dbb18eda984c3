"""Cases of src/Kiln.Torch/members/spread.txt. Run: /usr/bin/python3 tests/Kiln.Torch.Tests/Members/golden/spread.py"""

from recorder import *

torch.manual_seed(6)
case = Cases(__file__)
x, cube = normal(3, 4), normal(2, 3, 4)

for name in "std var".split():
    member_of = getattr(torch, name)
    case(name, x)
    case(name, x, False)
    case(name, cube, [1])
    case(name, cube, 1, False, True)
    case(name, cube, [0, 2], False, True)
    case(name, cube, [0, 1, 2], True, False, "Float64", py=lambda a, d, u, k, t, f=member_of: f(a, d, u, k).double())
    both = getattr(torch, name + "_mean")
    case(name + "_mean", x, forms="s")
    case(name + "_mean", x, False, py=lambda a, u, f=both: f(a, unbiased=u), forms="s")
    case(name + "_mean", cube, [0, 2], False, True, py=lambda a, d, u, k, f=both: f(a, d, unbiased=u, keepdim=k), forms="s")
case("cov", x)
case("cov", x, 0, torch.tensor([1, 2, 1, 3]), positive(4), py=lambda a, c, f, w: torch.cov(a, correction=c, fweights=f, aweights=w))
case("corrcoef", x)

case.write()
