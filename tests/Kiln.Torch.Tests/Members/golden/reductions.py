"""Cases of src/Kiln.Torch/members/reductions.txt. Run: /usr/bin/python3 tests/Kiln.Torch.Tests/Members/golden/reductions.py"""

from recorder import *

torch.manual_seed(5)
case = Cases(__file__)
x, cube, p, i = normal(3, 4), normal(2, 3, 4), positive(3, 4), whole(-2, 3, 3, 4)
gaps = x.clone()
gaps[0, 1] = gaps[2, 3] = float("nan")


def typed(name):
    return lambda a, *rest: getattr(torch, name)(a, *rest[:-1], dtype=torch.float64)


for name in "sum nansum".split():
    case(name, gaps if name == "nansum" else x)
    case(name, x, "Float64", py=typed(name))
    case(name, cube, [1], True)
    case(name, cube, [0, 2])
    case(name, cube, [0, 1, 2], False, "Float64", py=typed(name))
case("sum", i)
case("sum", cube, 1)
case("mean", x)
case("mean", cube, [0, -1], True)
case("mean", cube, [1], False, "Float64", py=typed("mean"))
case("nanmean", gaps)
case("nanmean", gaps, 1)
case("nanmean", gaps, 0, True, "Float64", py=typed("nanmean"))
case("prod", x)
case("prod", i)
case("prod", x, "Float64", py=typed("prod"))
case("prod", x, 1, True)
case("logsumexp", x, 1)
case("logsumexp", cube, [0, 2], True)
case("norm", x)
case("norm", x, 3.0)
case("norm", x, 1, py=lambda a, d: torch.norm(a, 2, dim=d))
case("norm", x, 1, True, 1.0, py=lambda a, d, k, p: torch.norm(a, p, dim=d, keepdim=k))
case("dist", x, p)
case("dist", x, p, 3.0)
for name in "all any".split():
    case(name, i)
    case(name, i, 1)
    case(name, i, 0, True)
case("count_nonzero", i)
case("count_nonzero", i, [1])
for name in "cumsum cumprod".split():
    case(name, x, 1)
    case(name, x, 0, "Float64", py=typed(name), forms="ms")
case("logcumsumexp", x, 1)
case("cummax", x, 1)
case("cummin", x, 0)
for name in "trapezoid cumulative_trapezoid".split():
    case(name, x, forms="s")
    case(name, x, 0.5, 0, py=lambda y, dx, d, name=name: getattr(torch, name)(y, dx=dx, dim=d), forms="s")
    case(name, x, p.cumsum(1), forms="s")

case.write()
