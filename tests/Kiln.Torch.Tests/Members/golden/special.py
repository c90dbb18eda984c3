"""Cases of src/Kiln.Torch/members/special.txt. Run: /usr/bin/python3 tests/Kiln.Torch.Tests/Members/golden/special.py"""

from recorder import *

torch.manual_seed(18)
case = Cases(__file__)
x, p, q = normal(3, 4), positive(3, 4), between(0.1, 0.9, 3, 4)
row = positive(4)


def op(name):
    """Some are operators without a name in Python's torch.special."""
    return getattr(torch.special, name, None) or getattr(torch.ops.aten, "special_" + name)


for name in """airy_ai bessel_j0 bessel_j1 bessel_y0 bessel_y1 digamma psi entr erf erfc erfcx exp2 expit expm1 gammaln i0 i0e i1 i1e log1p
               log_ndtr modified_bessel_i0 modified_bessel_i1 modified_bessel_k0 modified_bessel_k1 ndtr scaled_modified_bessel_k0
               scaled_modified_bessel_k1 sinc spherical_bessel_j0""".split():
    case("special." + name, p, py=op(name))
for name in "erfinv ndtri logit".split():
    case("special." + name, q)
case("special.round", x)
case("special.round", x, 1, py=lambda a, d: torch.special.round(a, decimals=d))
case("special.logit", x, 0.25)
case("special.polygamma", 2, p)
case("special.multigammaln", p + 2, 2)
case("special.gammainc", p, row, gradients=False)
case("special.gammaincc", p, row, gradients=False)
for name in "xlog1py xlogy".split():
    case("special." + name, x, p)
    case("special." + name, x, 2.5)
    case("special." + name, 2.5, p)
case("special.zeta", p + 1, row, gradients=False)
case("special.zeta", p + 1, 1.5, gradients=False)
case("special.zeta", 2.5, row)
for name in "softmax log_softmax".split():
    case("special." + name, x, 1)
    case("special." + name, x, 0, "Float64", py=lambda a, d, t, name=name: getattr(torch.special, name)(a, d, dtype=torch.float64))
case("special.logsumexp", x, 1)
case("special.logsumexp", x, 0, True)
for kind in ("chebyshev_polynomial_t", "chebyshev_polynomial_u", "chebyshev_polynomial_v", "chebyshev_polynomial_w"):
    for name in (kind, "shifted_" + kind):
        case("special." + name, q, torch.tensor([0.0, 1.0, 2.0, 5.0]), py=op(name), gradients=False)
        case("special." + name, q, 3, py=op(name), gradients=False)
        case("special." + name, 0.3, torch.tensor([0.0, 1.0, 2.0, 5.0]), py=op(name), gradients=False)
for name in "hermite_polynomial_h hermite_polynomial_he laguerre_polynomial_l legendre_polynomial_p".split():
    case("special." + name, q, torch.tensor([0.0, 1.0, 2.0, 5.0]), py=op(name), gradients=False)
    case("special." + name, q, 3, py=op(name), gradients=False)
    case("special." + name, 0.3, torch.tensor([0.0, 1.0, 2.0, 5.0]), py=op(name), gradients=False)

case.write()
