"""Records what functions of Python's PyTorch give: inputs, results and gradients, for the scripts that write fixtures."""

import json
import math
import pathlib

import torch

SEED = 7


NAMES = {math.inf: "Infinity", -math.inf: "-Infinity"}
DIGITS = {torch.float32: 7, torch.float64: 12}


def describe(tensor):
    """So many digits as comparisons look at; inputs have fewer, so they are exact."""
    data = tensor.detach().flatten().tolist()
    if tensor.dtype in DIGITS:
        data = [float(f"{value:.{DIGITS[tensor.dtype]}g}") if math.isfinite(value) else NAMES.get(value, "NaN") for value in data]
    return {"type": str(tensor.dtype).removeprefix("torch."), "shape": list(tensor.shape), "data": data}


class Recorder:
    """Collects cases and writes them beside the script that made them, one case a line."""

    def __init__(self, script):
        self.path = pathlib.Path(script).with_suffix(".json")
        self.cases = {}

    def case(self, name, function, *inputs):
        """Records the result of a function, and the gradients of the sum of its weighted elements.

        The default generator starts from SEED before the call, so that functions that draw can be compared.
        """
        if name in self.cases:
            raise ValueError(f"There are two cases named {name!r}.")
        inputs = [i.detach().round(decimals=3) if i.is_floating_point() else i for i in inputs]
        for i in inputs:
            i.requires_grad_(i.is_floating_point())
        torch.manual_seed(SEED)
        output = function(*inputs)
        record = {"inputs": [describe(i) for i in inputs], "output": describe(output)}
        if output.requires_grad:
            weights = torch.linspace(-1, 1, output.numel(), dtype=output.dtype).reshape(output.shape)
            (output * weights).sum().backward()
            record["gradients"] = [describe(i.grad) if i.grad is not None else None for i in inputs]
        self.cases[name] = record

    def write(self):
        lines = (f"{json.dumps(name)}: {json.dumps(record)}" for name, record in self.cases.items())
        self.path.write_text("{\n" + ",\n".join(lines) + "\n}\n")
