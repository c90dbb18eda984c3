"""First weights of layers and initialisers for a seed, and the losses of a whole training loop, from python3-torch.

Writes initialisers.json, training.json, clipping.json and fusion.json beside this file:  OMP_NUM_THREADS=1 /usr/bin/python3 initialisers.py
"""
import json
import pathlib

import torch
from torch import nn

HERE = pathlib.Path(__file__).parent
torch.set_num_threads(1)

INITIALISERS = {
    "kaiming_uniform_": lambda t: nn.init.kaiming_uniform_(t),
    "kaiming_uniform_ relu out": lambda t: nn.init.kaiming_uniform_(t, mode="fan_out", nonlinearity="relu"),
    "kaiming_normal_": lambda t: nn.init.kaiming_normal_(t, a=0.3),
    "xavier_uniform_": lambda t: nn.init.xavier_uniform_(t, gain=2.0),
    "xavier_normal_": lambda t: nn.init.xavier_normal_(t),
    "uniform_": lambda t: nn.init.uniform_(t, -2, 3),
    "normal_": lambda t: nn.init.normal_(t, 1, 0.5),
    "constant_": lambda t: nn.init.constant_(t, 0.25),
    "zeros_": lambda t: nn.init.zeros_(t),
    "ones_": lambda t: nn.init.ones_(t),
    "eye_": lambda t: nn.init.eye_(t.reshape(6, 4)),
    "dirac_": lambda t: nn.init.dirac_(t),
    "dirac_ volume": lambda t: nn.init.dirac_(t.reshape(2, 3, 1, 2, 2)),
    "orthogonal_": lambda t: nn.init.orthogonal_(t, gain=1.5),
    "orthogonal_ tall": lambda t: nn.init.orthogonal_(t.reshape(8, 3)),
    "sparse_": lambda t: nn.init.sparse_(t.reshape(6, 4), 0.4, std=0.5),
    "trunc_normal_": lambda t: nn.init.trunc_normal_(t, 0.5, 2.0, -1.0, 3.0),
    "glorot_uniform_": lambda t: nn.init.xavier_uniform_(t, gain=0.5),
    "glorot_normal_": lambda t: nn.init.xavier_normal_(t, gain=0.5),
}


def initialised(fill):
    torch.manual_seed(21)
    return fill(torch.empty(3, 2, 2, 2)).flatten().tolist()


def train(name):
    """In 64 bits: rounding, which differs between BLAS kernels, would grow in 32 from step to step."""
    torch.manual_seed(33)
    model = nn.Sequential(nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Dropout(0.2), nn.Linear(36, 10)).double()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01) if name == "Adam" else torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
    images = torch.randn(24, 1, 8, 8).double()
    labels = torch.randint(0, 10, (24,))
    losses = []
    for epoch in range(5):
        for start in range(0, 24, 8):
            optimizer.zero_grad()
            loss = nn.functional.cross_entropy(model(images[start:start + 8]), labels[start:start + 8])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    model.eval()
    with torch.no_grad():
        losses.append(nn.functional.cross_entropy(model(images), labels).item())
    return losses


def clipped(norm_type):
    parameters = [nn.Parameter(torch.zeros(2, 3)), nn.Parameter(torch.zeros(4))]
    generator = torch.Generator().manual_seed(5)
    for parameter in parameters:
        parameter.grad = torch.randn(*parameter.shape, generator=generator)
    before = [p.grad.flatten().tolist() for p in parameters]
    norm = nn.utils.clip_grad_norm_(parameters, 0.75, norm_type).item()
    return {"before": before, "norm": norm, "after": [p.grad.flatten().tolist() for p in parameters]}


def write(name, values):
    (HERE / name).write_text("{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in values.items()) + "\n}\n")


write("initialisers.json", {name: initialised(fill) for name, fill in INITIALISERS.items()})
write("training.json", {name: train(name) for name in ("SGD", "Adam")})


def fused():
    """Weights after fusion with a batch normalisation, for kernels of both kinds and for a matrix."""
    generator = torch.Generator().manual_seed(6)
    kernels, matrix, bias = (torch.randn(*size, generator=generator) for size in ((3, 3, 2), (3, 4), (3,)))
    mean, variance, scale, shift = (torch.rand(3, generator=generator) + 0.5 for _ in range(4))
    cases = {
        "conv": nn.utils.fusion.fuse_conv_bn_weights(kernels, bias, mean, variance, 0.1, scale, shift),
        "conv transposed": nn.utils.fusion.fuse_conv_bn_weights(kernels, None, mean, variance, 0.1, None, None, transpose=True),
        "linear": nn.utils.fusion.fuse_linear_bn_weights(matrix, bias, mean, variance, 0.1, scale, shift),
    }
    given = {"kernels": kernels, "matrix": matrix, "bias": bias, "mean": mean, "variance": variance, "scale": scale, "shift": shift}
    return {name: value.flatten().tolist() for name, value in given.items()} | {name: [part.flatten().tolist() for part in pair] for name, pair in cases.items()}


write("fusion.json", fused())
write("clipping.json", {"2": clipped(2.0), "inf": clipped(float("inf"))})
