"""Cases of src/Kiln.Torch/members/comparisons.txt. Run: /usr/bin/python3 tests/Kiln.Torch.Tests/Members/golden/comparisons.py"""

from recorder import *

torch.manual_seed(4)
case = Cases(__file__)
i, row = whole(0, 3, 3, 4), whole(0, 3, 4)
x = i.float()

for name in "eq ne not_equal lt less le less_equal gt greater ge greater_equal".split():
    case(name, x, row.float())
    case(name, i, 1)
    case(name, x, 1.5)
for name in "logical_and logical_or logical_xor".split():
    case(name, i, row)
near = x + torch.tensor([0.0, 0.001, 0.0, 0.1])
gap = torch.tensor([float("nan"), 1.0])
case("equal", x, x)
case("equal", x, near)
case("allclose", x, near)
case("allclose", x, near, 0.0, 0.2)
case("allclose", gap, gap, 0.0, 0.0, True)
case("isclose", x, near)
case("isclose", x, near, 0.0, 0.01)
case("isclose", gap, gap, 0.0, 0.0, True)
case("isin", i, torch.tensor([0, 2]), forms="s")
case("isin", i, torch.tensor([0, 2]), False, True, py=lambda a, b, u, v: torch.isin(a, b, assume_unique=u, invert=v), forms="s")

case.write()
