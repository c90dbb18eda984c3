"""Writes random_numbers.json: what each factory and in-place filling gives after manual_seed(42) in Python's PyTorch.

Run it again after adding a case:  /usr/bin/python3 tests/Kiln.Torch.Tests/golden/random_numbers.py
"""

import json
import pathlib

import torch

def describe(tensor):
    """Nine digits are enough to give every single-precision number back."""
    data = tensor.flatten().tolist()
    if tensor.dtype == torch.float32:
        data = [float(f"{value:.9g}") for value in data]
    return {"type": str(tensor.dtype).removeprefix("torch."), "shape": list(tensor.shape), "data": data}


CASES = {
    "rand": lambda: torch.rand(5),
    "rand_double": lambda: torch.rand(3, dtype=torch.float64),
    "randn": lambda: torch.randn(5),
    "randn_large": lambda: torch.randn(4, 5),
    "randint": lambda: torch.randint(0, 100, (6,)),
    "randperm": lambda: torch.randperm(10),
    "normal": lambda: torch.empty(5).normal_(2, 0.5),
    "uniform": lambda: torch.empty(5).uniform_(-1, 1),
    "exponential": lambda: torch.empty(5).exponential_(2.0),
    "bernoulli": lambda: torch.bernoulli(torch.full((8,), 0.3)),
    "multinomial": lambda: torch.multinomial(torch.tensor([1.0, 2.0, 3.0, 4.0]), 6, True),
    "second_of_two": lambda: (torch.randn(7), torch.rand(3))[1],
    "own_generator": lambda: torch.randn(3, generator=torch.Generator().manual_seed(7)),
    "dropout": lambda: torch.dropout(torch.ones(10), 0.4, True),
}

lines = []
for name, make in CASES.items():
    torch.manual_seed(42)
    lines.append(f"{json.dumps(name)}: {json.dumps(describe(make()))}")
pathlib.Path(__file__).with_suffix(".json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
