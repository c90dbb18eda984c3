"""Cases of src/Kiln.Torch/members/factories.txt. Run: /usr/bin/python3 tests/Kiln.Torch.Tests/Members/golden/factories.py"""

from recorder import *

torch.manual_seed(15)
case = Cases(__file__)
like, whole_like = normal(2, 3), whole(0, 9, 2, 3).int()
sizes = [4], [2, 3], [2, 1, 3], [2, 1, 2, 2]

for name in "zeros ones rand randn".split():
    for size in sizes:
        case(name, size, forms="s")
    case(name, [2, 3], "Float64", py=lambda s, t, name=name: getattr(torch, name)(s, dtype=torch.float64), forms="s")
for size in sizes:
    case("full", size, 2.5, forms="s")
    case("full", size, 7, forms="s")
    case("new_zeros", whole_like, size, forms="m")
    case("new_ones", whole_like, size, forms="m")
    case("new_full", whole_like, size, 7, forms="m")
    case("new_full", like, size, 7, "Int64", py=lambda a, s, v, t: a.new_full(s, v, dtype=torch.int64), forms="m")
case("full", [2], True, py=lambda s, v: torch.full(s, v), forms="s")
case("eye", 3, forms="s")
case("eye", 3, 4, forms="s")
case("arange", 5, forms="s")
case("arange", 2.5, forms="s")
case("arange", 1, 5, forms="s")
case("arange", 1, 5.5, forms="s")
case("arange", 5, 0, -2, forms="s")
case("arange", 0, 1, 0.25, forms="s")
case("arange", 0, 4, 2, "Float64", py=lambda a, b, s, t: torch.arange(a, b, s, dtype=torch.float64), forms="s")
case("linspace", -1.0, 1.0, 5, forms="s")
case("logspace", 0.0, 2.0, 3, forms="s")
case("logspace", 0.0, 3.0, 4, 2.0, forms="s")
case("tril_indices", 3, 4, forms="s")
case("tril_indices", 3, 4, -1, forms="s")
case("triu_indices", 3, 4, forms="s")
case("triu_indices", 3, 4, 1, "Int32", py=lambda r, c, o, t: torch.triu_indices(r, c, o, dtype=torch.int32), forms="s")
for name in "zeros_like ones_like rand_like randn_like".split():
    case(name, like)
    case(name, whole_like, "Float64", py=lambda a, t, name=name: getattr(torch, name)(a, dtype=torch.float64))
case("full_like", like, 7)
case("full_like", whole_like, 2.5, "Float32", py=lambda a, v, t: torch.full_like(a, v, dtype=torch.float32))
case("randint_like", like, 3, 9)
case("complex", normal(3), normal(3), forms="s")
case("sparse_coo_tensor", torch.tensor([[0, 2], [1, 0]]), torch.tensor([1.5, 2.5]), [3, 2], forms="s", gradients=False)

case.write()
