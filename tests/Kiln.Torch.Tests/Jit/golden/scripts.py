"""Writes the TorchScript archives beside this script and scripts.json, what Python computes with them.

/usr/bin/python3 tests/Kiln.Torch.Tests/Jit/golden/scripts.py
"""

import json
import pathlib
from typing import Dict, List, Optional, Tuple

import torch

HERE = pathlib.Path(__file__).parent
torch.manual_seed(5)


class Net(torch.nn.Module):
    """Two layers of which the second is used twice, as tied weights are."""

    def __init__(self):
        super().__init__()
        self.first = torch.nn.Linear(3, 4)
        self.norm = torch.nn.BatchNorm1d(4)
        self.second = torch.nn.Linear(4, 4)
        self.tied = self.second
        self.drop = torch.nn.Dropout(0.5)

    def forward(self, x):
        x = torch.relu(self.norm(self.first(x)))
        return self.drop(self.tied(torch.tanh(self.second(x))))


class Traced(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = torch.nn.Conv2d(1, 2, 3)

    def forward(self, x):
        return torch.max_pool2d(torch.relu(self.conv(x)), 2).flatten(1)


class Values(torch.nn.Module):
    """Every kind of value in and out."""

    def __init__(self):
        super().__init__()
        self.register_buffer("calls", torch.zeros((), dtype=torch.int64))

    def forward(self, a, b):
        self.calls = self.calls + 1
        return a + b, a - b

    @torch.jit.export
    def lists(self, xs: List[torch.Tensor], scale: float) -> List[torch.Tensor]:
        return [x * scale for x in xs]

    @torch.jit.export
    def numbers(self, i: int, f: float, b: bool) -> Tuple[int, float, bool]:
        return i + 1, f * 2, not b

    @torch.jit.export
    def counts(self, items: List[int]) -> List[int]:
        return [item * 2 for item in items]

    @torch.jit.export
    def maybe(self, x: Optional[torch.Tensor]) -> Optional[torch.Tensor]:
        if x is None:
            return None
        return x + 1

    @torch.jit.export
    def text(self, name: str, times: int) -> str:
        return name + str(times)

    @torch.jit.export
    def table(self, items: Dict[str, torch.Tensor]) -> Dict[str, torch.Tensor]:
        return {name + "!": value * 2 for name, value in items.items()}

    @torch.jit.export
    def mixed(self, x: torch.Tensor, pair: Tuple[int, str]) -> Tuple[torch.Tensor, int, str, List[List[int]]]:
        return x, pair[0], pair[1], [[1], [2, 3]]

    @torch.jit.export
    def six(self, x: torch.Tensor) -> Tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        return x, x + 1, x + 2, x + 3, x + 4, x + 5

    @torch.jit.export
    def sum_of(self, x: torch.Tensor) -> float:
        return x.sum().item()

    @torch.jit.export
    def fails(self, x: torch.Tensor) -> torch.Tensor:
        if x.numel() > 1:
            raise ValueError("one element, please")
        return x @ x


def listed(tensor):
    return {"type": str(tensor.dtype).removeprefix("torch."), "shape": list(tensor.shape), "data": tensor.detach().flatten().tolist()}


def trained(net, x):
    """Weights after three steps of SGD, with dropout off so that no random numbers are needed."""
    net.train()
    net.drop.eval()
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    for _ in range(3):
        optimizer.zero_grad()
        net(x).square().mean().backward()
        optimizer.step()
    return {name: listed(value) for name, value in net.state_dict().items()}


def main():
    x, image = torch.randn(5, 3), torch.randn(2, 1, 6, 6)
    net, traced = Net(), Traced()
    net.eval()
    torch.jit.script(net).save(str(HERE / "net.pt"))
    net(x).square().sum().backward()
    golden = {
        "x": listed(x), "output": listed(net(x)), "gradients": {name: listed(value.grad) for name, value in net.named_parameters()},
        "trained": trained(net, x), "image": listed(image), "traced": listed(traced(image)),
    }
    torch.jit.trace(traced, image).save(str(HERE / "traced.pt"))
    torch.jit.script(Values()).save(str(HERE / "values.pt"))
    torch.save(net.state_dict(), HERE / "state.pt")
    (HERE / "scripts.json").write_text(json.dumps(golden) + "\n")


main()
