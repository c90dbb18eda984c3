"""Cases of src/Kiln.Torch/members/random.txt: with the same seed the same numbers. Run: /usr/bin/python3 tests/Kiln.Torch.Tests/Members/golden/chance.py"""

from recorder import *

torch.manual_seed(14)
case = Cases(__file__)
p, blank = between(0.1, 0.9, 3, 4), torch.zeros(3, 4)


def in_place(name):
    return lambda a, *rest: getattr(a.clone(), name)(*rest)


def fill(name, *rest):
    case(name, blank, *rest, py=in_place(name), forms="m")


fill("fill_", 0.5)
fill("fill_", torch.tensor(0.5))
fill("zero_")
fill("normal_")
fill("normal_", 1.0, 2.0)
fill("uniform_", -1.0, 2.0)
case("random_", blank, 2.0, 9.0, py=lambda a, low, high: a.clone().random_(int(low), int(high)), forms="m")
fill("bernoulli_")
fill("bernoulli_", 0.3)
fill("bernoulli_", p)
fill("exponential_", 2.0)
fill("geometric_", 0.3)
fill("cauchy_", 1.0, 2.0)
fill("log_normal_", 0.5, 0.25)
case("bernoulli", p, forms="ms")
case("multinomial", p, 2)
case("multinomial", p, 6, True)
case("poisson", 5 * p)
case("normal", p, p + 1, forms="s")
case("normal", 1.0, p, forms="s")
case("normal", p, 2.0, forms="s")
case("normal", 1.0, 2.0, [3, 4], forms="s")
case("randint", 3, 9, [3, 4], forms="s")
case("randint", 9, [3, 4], forms="s")
case("randint", 3, 9, [3, 4], "Float32", py=lambda low, high, size, t: torch.randint(low, high, size, dtype=torch.float32), forms="s")
case("randperm", 9, forms="s")
case("randperm", 5, torch.zeros(5, dtype=torch.int64), py=lambda n, out: torch.randperm(n), forms="s")

case.write()
