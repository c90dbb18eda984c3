"""Writes the .pt files beside this script as torch.save writes them, and what is in them as JSON.

/usr/bin/python3 tests/Kiln.Weights.Tests/golden/pytorch_files.py
"""

import json
import pathlib

import numpy
import torch

HERE = pathlib.Path(__file__).parent
torch.manual_seed(4)


def model():
    return torch.nn.Sequential(torch.nn.Conv2d(1, 2, 3), torch.nn.BatchNorm2d(2), torch.nn.Flatten(), torch.nn.Linear(8, 3))


def trained():
    """A model and its optimizer after two steps."""
    net = model()
    optimizer = torch.optim.Adam(net.parameters(), lr=0.01)
    for _ in range(2):
        optimizer.zero_grad()
        net(torch.randn(2, 1, 4, 4)).sum().backward()
        optimizer.step()
    return net, optimizer


def views():
    base = torch.arange(24, dtype=torch.float32)
    matrix = base.reshape(4, 6)
    return {
        "base": base, "transposed": matrix.t(), "row": matrix[1], "column": matrix[:, 2], "block": matrix[1:3, 2:5],
        "permuted": base.reshape(2, 3, 4).permute(2, 0, 1), "expanded": base[3:4].expand(2, 3), "scalar": base[5],
        "every_other": base[1::2], "one": matrix[2:3, 1:2], "empty": base[:0].reshape(0, 3), "unsqueezed": matrix[:, None, 1:2],
    }


def dtypes():
    values = torch.tensor([0, 1, 2, 3, 100, 7])
    types = [torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool, torch.complex64, torch.complex128]
    return {str(t).removeprefix("torch."): (values * (1 + 2j) if t.is_complex else values).to(t).reshape(2, 3) for t in types}


def plain():
    return {
        "epoch": 3, "loss": -0.25, "big": 1 << 80, "negative": -70000, "name": "Größe ✓", "none": None, "yes": True, "bytes": b"\x00\xffa",
        "empty": b"", "size": torch.Size([2, 3]), "dtype": torch.bfloat16, "device": torch.device("cpu"), "complex": 1 - 2j, 7: [1, (2, 3.5), []],
        "parameter": torch.nn.Parameter(torch.ones(2)), "nested": {"a": {"b": [{"c": torch.zeros(1)}]}},
    }


def shown(value):
    if isinstance(value, torch.Tensor):
        numbers = torch.view_as_real(value) if value.is_complex() else value
        return {"shape": list(value.shape), "dtype": str(value.dtype).removeprefix("torch."), "values": numbers.detach().double().flatten().tolist()}
    return {name: shown(inner) for name, inner in value.items()}


class Custom:
    pass


def refused():
    """Files that Python reads by running something, and the name each must be refused with."""
    sparse = torch.eye(2).to_sparse()
    quantised = torch.quantize_per_tensor(torch.ones(2), 0.1, 0, torch.qint8)
    return {
        "whole_model": (model(), "torch.nn.modules.container.Sequential"), "own_class": (Custom(), "__main__.Custom"),
        "numpy_scalar": ({"best": numpy.float64(0.5)}, "numpy.core.multiarray.scalar"),
        "sparse": ({"x": sparse}, "torch._utils._rebuild_sparse_tensor"), "quantised": ({"x": quantised}, "torch._utils._rebuild_qtensor"),
        "set": ({"x": {1, 2}}, "__builtin__.set"), "function": ({"x": print}, "__builtin__.print"),
    }


def main():
    net, optimizer = trained()
    net.eval()
    image = torch.randn(2, 1, 4, 4)
    checkpoint = {"model": net.state_dict(), "optimizer": optimizer.state_dict(), "epoch": 2}
    tied = torch.nn.Linear(3, 3)
    files = {"state": net.state_dict(), "views": views(), "dtypes": dtypes(), "tied": {"a": tied.weight.data, "b": tied.weight.data}}
    for name, value in files.items():
        torch.save(value, HERE / f"{name}.pt")
    torch.save(net.state_dict(), HERE / "legacy.pt", _use_new_zipfile_serialization=False)
    torch.save(views(), HERE / "legacy_views.pt", _use_new_zipfile_serialization=False)
    torch.save(net.state_dict(), HERE / "protocol4.pt", pickle_protocol=4)
    torch.save(checkpoint, HERE / "checkpoint.pt")
    torch.save(plain(), HERE / "plain.pt")
    for name, (value, _) in refused().items():
        torch.save(value, HERE / f"refused_{name}.pt")
    torch.jit.script(torch.nn.Linear(1, 1)).save(str(HERE / "torchscript.pt"))
    golden = {name: shown(value) for name, value in files.items()}
    golden["refused"] = {name: expected for name, (_, expected) in refused().items()}
    golden["image"] = shown(image)
    golden["output"] = shown(net(image))
    (HERE / "pytorch_files.json").write_text(json.dumps(golden) + "\n")


main()
