"""Cases of src/Kiln.Torch/members/joining.txt. Run: /usr/bin/python3 tests/Kiln.Torch.Tests/Members/golden/joining.py"""

from recorder import *

torch.manual_seed(11)
case = Cases(__file__)
x, y, v = normal(3, 4), normal(3, 4), normal(3)
long, cube = normal(6, 4), normal(2, 4, 4)

for name in "cat concat concatenate".split():
    case(name, [x, y], py=torch.cat, forms="s")
    case(name, [x, normal(3, 2)], 1, py=torch.cat, forms="s")
case("stack", [x, y], forms="s")
case("stack", [x, y], -1, forms="s")
for name in "hstack vstack row_stack dstack column_stack".split():
    case(name, [v, normal(3)], forms="s")
    case(name, [x, y], forms="s")
case("block_diag", [x, normal(1, 2)], py=lambda t: torch.block_diag(*t), forms="s")
case("cartesian_prod", [v, normal(2)], py=lambda t: torch.cartesian_prod(*t), forms="s")
case("combinations", v)
case("combinations", v, 3, True, py=lambda a, r, w: torch.combinations(a, r, with_replacement=w))
case("split", long, 4)
case("split", long, 3, 1)
case("split", long, [1, 2, 3])
case("split", long, [1, 3], 1)
case("chunk", long, 4)
case("chunk", long, 2, 1)
case("tensor_split", long, 4)
case("tensor_split", long, 3, 1)
case("tensor_split", long, [1, 4])
case("tensor_split", long, [1, 2], 1)
case("tensor_split", long, torch.tensor([1, 2]))
case("tensor_split", long, torch.tensor(3), 1, py=lambda a, n, d: torch.tensor_split(a, n, d))
for name in "hsplit vsplit dsplit".split():
    case(name, cube, 2)
    case(name, cube, [1, 2])
case("unbind", x)
case("unbind", x, 1)

case.write()
