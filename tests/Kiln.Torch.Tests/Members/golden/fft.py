"""Cases of src/Kiln.Torch/members/fft.txt. Run: /usr/bin/python3 tests/Kiln.Torch.Tests/Members/golden/fft.py"""

from recorder import *

torch.manual_seed(17)
case = Cases(__file__)
x = normal(3, 4, 6)
c = torch.complex(normal(3, 4), normal(3, 4))
NORMS = {"Forward": "forward", "Ortho": "ortho"}


def with_norm(name):
    return lambda a, n, d, norm: getattr(torch.fft, name)(a, n, d, NORMS[norm])


for name in "fft ifft irfft hfft rfft ihfft".split():
    given = x[0] if name in ("rfft", "ihfft") else c
    member = "fft.fft_" if name == "fft" else "fft." + name
    case(member, given, py=getattr(torch.fft, name))
    case(member, given, 5, 0, "Ortho", py=with_norm(name))
case("fft.fft_", x, py=torch.fft.fft)
for name in "fft2 ifft2 irfft2 hfft2 fftn ifftn irfftn hfftn rfft2 ihfft2 rfftn ihfftn".split():
    given = x if name[:4] in ("rfft", "ihff") else c
    case("fft." + name, given)
    case("fft." + name, given, [2, 4], [1, 0], "Forward", py=with_norm(name))
for name in "fftshift ifftshift".split():
    case("fft." + name, x)
    case("fft." + name, x, [1])
for name in "fftfreq rfftfreq".split():
    case("fft." + name, 6)
    case("fft." + name, 5, 0.5, "Float64", py=lambda n, d, t, name=name: getattr(torch.fft, name)(n, d, dtype=torch.float64))

case.write()
