"""Records what members of Python's PyTorch give, for the scripts beside it: one script and one fixture for each table of members.

A case is the call of a member as TorchSharp has it: case("clamp", x, -0.5, 0.5). MemberGoldenTests.cs binds it to every
overload, method, in-place method and function that takes such arguments, so whole numbers and floating-point numbers
are told apart. `py` is what Python calls where the call differs; `forms` leaves forms out (m method, i in place, s static);
`gradients` is false where Python cannot compute them.
"""

import json
import pathlib
import sys

import torch
import torch.nn.functional as F

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "golden"))
from recording import SEED, describe  # noqa: E402

DIGITS = 3


def member(name):
    """Finds torch.name, Tensor.name or torch.nn.functional.name."""
    found = torch
    for part in name.split("."):
        found = next((getattr(owner, part) for owner in (found, torch.Tensor, F) if hasattr(owner, part)), None)
        if found is None:
            raise SystemExit(f"Python has no {name}; give the case a 'py'.")
    return found


def plain(tensor):
    """A tensor as everywhere; JSON has no numbers that are not finite, so they become words."""
    record = describe(tensor)
    words = {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}
    record["data"] = [words.get(str(value), value) for value in record["data"]]
    return record


def show(value):
    """A value for the fixture. Complex elements become pairs."""
    if isinstance(value, torch.Tensor):
        value = value.detach()
        if value._is_zerotensor():
            value = torch.zeros(value.shape, dtype=value.dtype)
        if value.is_sparse:
            value = value.to_dense()
        if value.is_complex():
            return {**plain(torch.view_as_real(value.resolve_conj())), "complex": True}
        return plain(value)
    if isinstance(value, (list, tuple)) and value and isinstance(value[0], torch.Tensor):
        return {"tensors": [show(v) for v in value]}
    if isinstance(value, torch.dtype):
        return NAMES[value]
    return list(value) if isinstance(value, tuple) else value


NAMES = {torch.float64: "Float64", torch.float32: "Float32", torch.int64: "Int64", torch.int32: "Int32", torch.float16: "Float16"}


def leaves(arguments):
    for a in arguments:
        if isinstance(a, torch.Tensor):
            yield a
        elif isinstance(a, (list, tuple)):
            yield from (t for t in a if isinstance(t, torch.Tensor))


def results(output):
    if isinstance(output, (list, tuple)):
        return [r for part in output for r in results(part)]
    return [output if isinstance(output, torch.Tensor) else torch.tensor(output)]


class Cases:
    def __init__(self, script):
        self.path = pathlib.Path(script).with_suffix(".json")
        self.records = {}

    def __call__(self, name, *arguments, py=None, forms="mis", gradients=True):
        arguments = [self.prepare(a) for a in arguments]
        torch.manual_seed(SEED)
        shown = [show(a) for a in arguments]
        outputs = results((py or member(name))(*arguments))
        record = {"member": name, "forms": forms, "arguments": shown, "results": [show(o) for o in outputs]}
        if gradients and self.backward(outputs, arguments):
            record["gradients"] = [show(a.grad) if a.grad is not None else None for a in leaves(arguments)]
        key = name
        while key in self.records:
            key = f"{name}/{int(key.partition('/')[2] or 1) + 1}"
        self.records[key] = record

    @staticmethod
    def backward(outputs, arguments):
        """Whether the member has gradients; they are those of the sum of the weighted results."""
        real = [o for o in outputs if o.requires_grad and not o.is_complex()]
        if not real or any(a.is_complex() for a in leaves(arguments)):
            return False
        try:
            sum((o * torch.linspace(-1, 1, o.numel(), dtype=o.dtype).reshape(o.shape)).sum() for o in real).backward()
            return True
        except RuntimeError as e:
            if "derivative" not in str(e):
                raise
            return False

    def prepare(self, argument):
        """Inputs have few digits, so that the fixture holds them exactly."""
        if isinstance(argument, (list, tuple)) and argument and isinstance(argument[0], torch.Tensor):
            return [self.prepare(a) for a in argument]
        if not isinstance(argument, torch.Tensor) or argument.is_sparse:
            return argument
        if argument.is_complex():
            return torch.view_as_complex(torch.view_as_real(argument).round(decimals=DIGITS).contiguous())
        if not argument.is_floating_point():
            return argument.clone()
        return argument.detach().round(decimals=DIGITS).requires_grad_()

    def write(self):
        lines = (f"{json.dumps(key)}: {json.dumps(record, allow_nan=False)}" for key, record in self.records.items())
        self.path.write_text("{\n" + ",\n".join(lines) + "\n}\n")


def normal(*size):
    return torch.randn(*size)


def positive(*size):
    return torch.rand(*size) + 0.5


def between(low, high, *size):
    return torch.rand(*size) * (high - low) + low


def whole(low, high, *size):
    return torch.randint(low, high, size)


def definite(n, *batch):
    a = torch.randn(*batch, n, n)
    return a @ a.mT + n * torch.eye(n)
