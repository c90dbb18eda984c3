"""Cases of src/Kiln.Torch/members/activations.txt. Run: /usr/bin/python3 tests/Kiln.Torch.Tests/Members/golden/activations.py"""

from recorder import *

torch.manual_seed(9)
case = Cases(__file__)
x = 2 * normal(3, 4)

for name in "relu relu6 gelu silu mish elu selu celu hardsigmoid hardswish".split():
    case(name, x, py=getattr(F, name))
case("gelu", x, "tanh", py=lambda a, how: F.gelu(a, approximate=how))
case("gelu", x, "none", py=lambda a, how: F.gelu(a))
case("elu", x, 0.7, py=F.elu)
case("elu", x, 0.7, 1.5, 0.5, py=torch._C._nn.elu)
case("leaky_relu", x, 0.1, py=F.leaky_relu)
case("celu", x, 0.7, py=F.celu)
case("hardtanh", x, -0.5, 1.5, py=F.hardtanh)
case("threshold", x, 0.5, -1.0, py=F.threshold)
case("hardshrink", x, 0.7, py=F.hardshrink)
case("softshrink", x, 0.7, py=F.softshrink)
case("softplus", x, py=F.softplus)
case("softplus", x, 2.0, 1.0, py=F.softplus)
case("log_sigmoid", x, py=F.logsigmoid)
case("glu", x, py=F.glu)
case("glu", normal(4, 3), 0, py=F.glu)
case("prelu", x, positive(4), py=F.prelu)
for name in "softmax log_softmax".split():
    case(name, x, 1)
    case(name, x, 0, "Float64", py=lambda a, d, t, name=name: getattr(torch, name)(a, d, dtype=torch.float64))

case.write()
