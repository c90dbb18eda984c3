"""Cases of src/Kiln.Torch/members/pointwise.txt. Run: /usr/bin/python3 tests/Kiln.Torch.Tests/Members/golden/pointwise.py"""

from recorder import *

torch.manual_seed(1)
case = Cases(__file__)
x, p, q, signs = normal(3, 4), positive(3, 4), between(-0.9, 0.9, 3, 4), torch.tensor([-1.5, -0.0, 0.0, 2.5])
c = torch.complex(normal(3), normal(3))

for name in "abs absolute neg negative positive sgn square exp exp2 expm1 floor ceil trunc fix frac round sigmoid erf erfc sinc deg2rad rad2deg i0".split():
    case(name, x)
case("positive", c, forms="s")
for name in "sqrt rsqrt reciprocal log log2 log10 log1p lgamma digamma".split():
    case(name, p)
case("abs", c, forms="ms")
case("sign", signs)
case("signbit", signs)
case("round", 100 * x, -1, py=lambda a, d: torch.round(a, decimals=d))
case("round", x, 2, py=lambda a, d: torch.round(a, decimals=d))
case("expit", x, py=torch.special.expit)
case("logit", p / 2)
case("logit", x, 0.25)
case("erfinv", q)
case("polygamma", 2, p, forms="s")
case("polygamma", p, 2, py=lambda a, n: torch.polygamma(n, a), forms="m")
case("mvlgamma", p + 2, 2)
bad = torch.tensor([float("nan"), float("inf"), -float("inf"), 1.5])
case("nan_to_num", bad)
case("nan_to_num", bad, 0.5, 100.0, -100.0)
case("angle", c)
for name in "conj conj_physical resolve_conj resolve_neg sgn".split():
    case(name, c)
for name in "isnan isinf isfinite isposinf isneginf".split():
    case(name, bad)
case("isreal", torch.tensor([1 + 1j, 2 + 0j]))
case("logical_not", torch.tensor([0.0, 1.0, -2.0]))
case("bitwise_not", torch.tensor([0, 5, -3]))
case("bitwise_not", torch.tensor([True, False]))

case.write()
