"""Cases of src/Kiln.Torch/members/products.txt. Run: /usr/bin/python3 tests/Kiln.Torch.Tests/Members/golden/products.py"""

from recorder import *

torch.manual_seed(13)
case = Cases(__file__)
a, b, u, v = normal(3, 4), normal(4, 5), normal(3), normal(4)
left, right = normal(2, 3, 4), normal(2, 4, 5)
square, good = normal(3, 3) + 2 * torch.eye(3), definite(3)
lower = torch.linalg.cholesky(good)
c = torch.complex(normal(3), normal(3))

case("matmul", a, b)
case("matmul", left, b)
case("matmul", left, v)
case("mm", a, b)
case("bmm", left, right)
case("mv", a, v)
case("dot", v, normal(4))
case("vdot", v, normal(4))
case("vdot", c, c.flip(0))
case("outer", u, v)
case("ger", u, v)
case("inner", a, left)
case("kron", a, normal(2, 2))
case("tensordot", left, right, [0, 2], [0, 1], py=lambda x, y, d, e: torch.tensordot(x, y, dims=(d, e)))
case("einsum", "ij,kj->ik", [a, normal(5, 4)], py=lambda e, t: torch.einsum(e, *t), forms="s")
case("cross", normal(3, 4), normal(3, 4), 0)
case("chain_matmul", [a, b, normal(5, 2)], py=lambda t: torch.linalg.multi_dot(t), forms="s")


def scaled(name):
    return lambda x, y, z, beta, alpha: getattr(torch, name)(x, y, z, beta=beta, alpha=alpha)


for name, x, y, z in (
    ("addmm", normal(3, 5), a, b),
    ("addmv", u, a, v),
    ("addr", a, u, v),
    ("baddbmm", normal(2, 3, 5), left, right),
    ("addbmm", normal(3, 5), left, right),
):
    case(name, x, y, z)
    case(name, x, y, z, 0.5, 2.0, py=scaled(name))
case("cdist", normal(3, 4), normal(5, 4), forms="s")
case("cdist", normal(3, 4), normal(5, 4), 1.0, forms="s")
case("cdist", normal(3, 4), normal(5, 4), 2.0, "donot_use_mm_for_euclid_dist", py=lambda x, y, p, m: torch.cdist(x, y, p, m), forms="s")
case("renorm", 3 * a, 2, 0, 1.5)
case("det", square)
case("logdet", good)
case("slogdet", square)
case("inverse", square)
case("pinverse", a)
case("cholesky", good)
case("cholesky", good, True, py=lambda x, up: torch.linalg.cholesky(x, upper=up))
case("cholesky_inverse", lower)
case("cholesky_inverse", lower.mT, True)
case("cholesky_solve", normal(3, 2), lower)
case("cholesky_solve", normal(3, 2), lower.mT, True)
case("matrix_power", square, 3)
case("matrix_power", square, -2)
case("matrix_exp", square / 4)
for name in "svd qr".split():
    case(name, a)
case("svd", a, True, True, py=lambda x, s, u: torch.svd(x, some=s, compute_uv=u))
case("qr", normal(4, 3), True, py=lambda x, s: torch.qr(x, some=s))
case("vander", v, py=lambda x: torch.vander(x), gradients=False)
case("vander", v, 3, True, py=lambda x, n, i: torch.vander(x, n, increasing=i), gradients=False)

case.write()
