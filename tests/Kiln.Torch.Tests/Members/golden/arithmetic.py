"""Cases of src/Kiln.Torch/members/arithmetic.txt. Run: /usr/bin/python3 tests/Kiln.Torch.Tests/Members/golden/arithmetic.py"""

from recorder import *

torch.manual_seed(3)
case = Cases(__file__)
x, y, row, p = normal(3, 4), normal(3, 4), normal(4), positive(3, 4)
i, j = whole(-9, 9, 3, 4), whole(1, 9, 3, 4)

for name in "add sub subtract mul multiply".split():
    case(name, x, row)
    case(name, x, 1.5)
    case(name, i, 3)
case("add", x, row, 2.5, py=lambda a, b, s: torch.add(a, b, alpha=s))
case("add", x, 1.5, 2, py=lambda a, b, s: torch.add(a, b, alpha=s))
for name in "div divide".split():
    case(name, x, p)
    case(name, x, 1.5)
    for mode in ("floor", "trunc"):
        case(name, x, p, mode, py=lambda a, b, m: torch.div(a, b, rounding_mode=m))
        case(name, x, 0.3, mode, py=lambda a, b, m: torch.div(a, b, rounding_mode=m))
    case(name, i, j, forms="ms")
case("true_divide", i, j, forms="ms")
for name in "true_divide floor_divide remainder fmod".split():
    case(name, x, p)
    case(name, x, 0.7)
for name in "pow float_power".split():
    case(name, p, x)
    case(name, x, 3)
case("pow", 2.5, x, forms="s")
case("rsub", x, row, forms="s")
case("rsub", x, 2.5, forms="s")
case("gcd", 6 * j, 4 * j)
case("lcm", i, j)
case("ldexp", x, torch.tensor([1, -1, 2, 0]), forms="ms")
case("ldexp", x, torch.tensor([1, -1, 2, 0]), forms="i", gradients=False)
case("xlogy", x, p)
case("xlogy", x, 2.5)
case("logaddexp", x, row)
case("logaddexp2", x, row)
case("heaviside", torch.tensor([-1.5, 0.0, 2.5]), torch.tensor([0.25, 0.5, 0.75]))
case("nextafter", torch.tensor([1.0, -1.0]), torch.tensor([2.0, 2.0]))
case("copysign", x, y)
case("copysign", x, -1.5)
case("lerp", x, y, p)
case("lerp", x, y, 0.3)
case("addcmul", x, y, p, 0.5, py=lambda a, b, c, v: torch.addcmul(a, b, c, value=v))
case("addcdiv", x, y, p, 0.5, py=lambda a, b, c, v: torch.addcdiv(a, b, c, value=v))
case("addcdiv", x, y, p)
for name in "clamp clip".split():
    case(name, x, -0.5, 0.5)
    case(name, x, None, 0.5)
    case(name, x, 0)
    case(name, x, y - 0.5, y + 0.5)
case("clamp_min", x, 0.1)
case("clamp_min", x, y)
case("clamp_max", x, 0.1)
case("clamp_max", x, y)
gap = torch.tensor([float("nan"), 1.0, -1.0, 0.5])
for name in "maximum minimum fmax fmin".split():
    case(name, x, y)
    case(name, gap, row)
for name in "bitwise_and bitwise_or bitwise_xor".split():
    case(name, i, j)
    case(name, i > 0, j > 4)
case("bitwise_left_shift", j, torch.tensor([1, 2, 0, 3]))
case("bitwise_right_shift", 100 * j, torch.tensor([1, 2, 0, 3]))
case("polar", p, x, forms="s")

case.write()
