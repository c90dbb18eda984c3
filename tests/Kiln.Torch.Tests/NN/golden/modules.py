"""Values and gradients of modules from python3-torch.

Writes modules.json beside this file:  OMP_NUM_THREADS=1 /usr/bin/python3 modules.py
"""
import json
import pathlib

import torch
from torch import nn

HERE = pathlib.Path(__file__).parent
torch.set_num_threads(1)


def array(tensor):
    # Nine digits name a float32 exactly.
    return {"shape": list(tensor.shape), "data": [float(f"{x:.9g}") for x in tensor.detach().flatten().tolist()]}


def random(seed, *shape):
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


IMAGE = random(1, 2, 4, 5, 4)
SIGNAL = random(2, 2, 4, 7)
ROWS = random(3, 3, 5)
INPUTS = {"image": IMAGE, "signal": SIGNAL, "rows": ROWS}

MODULES = {
    "Linear": (lambda: nn.Linear(5, 4), ROWS),
    "Linear without bias": (lambda: nn.Linear(5, 2, bias=False), random(4, 2, 3, 5)),
    "Conv1d": (lambda: nn.Conv1d(4, 6, 3, stride=2, padding=2, dilation=2, groups=2), SIGNAL),
    "Conv1d same": (lambda: nn.Conv1d(4, 2, 4, padding="same", bias=False), SIGNAL),
    "Conv2d": (lambda: nn.Conv2d(4, 3, 3), IMAGE),
    "Conv2d padded": (lambda: nn.Conv2d(4, 6, (3, 2), stride=(2, 1), padding=(1, 2), dilation=(1, 2), groups=2), IMAGE),
    "Conv2d same": (lambda: nn.Conv2d(4, 2, (2, 3), padding="same"), IMAGE),
    "Conv2d valid": (lambda: nn.Conv2d(4, 2, 2, padding="valid"), IMAGE),
    "Conv2d reflect": (lambda: nn.Conv2d(4, 2, 3, padding=(2, 1), padding_mode="reflect"), IMAGE),
    "Conv2d circular": (lambda: nn.Conv2d(4, 2, (4, 3), padding="same", padding_mode="circular", bias=False), IMAGE),
    "MaxPool2d": (lambda: nn.MaxPool2d(2), IMAGE),
    "MaxPool2d ceil": (lambda: nn.MaxPool2d((3, 2), stride=(2, 2), padding=(1, 0), dilation=(1, 2), ceil_mode=True), IMAGE),
    "AvgPool2d": (lambda: nn.AvgPool2d(2), IMAGE),
    "AvgPool2d padded": (lambda: nn.AvgPool2d((3, 2), stride=(2, 1), padding=(1, 1), ceil_mode=True, count_include_pad=False), IMAGE),
    "AvgPool2d divisor": (lambda: nn.AvgPool2d(2, divisor_override=3), IMAGE),
    "AdaptiveAvgPool2d": (lambda: nn.AdaptiveAvgPool2d((3, 2)), IMAGE),
    "Flatten": (lambda: nn.Flatten(), IMAGE),
    "Flatten middle": (lambda: nn.Flatten(1, 2), IMAGE),
    "Unflatten": (lambda: nn.Unflatten(1, (2, -1)), IMAGE),
    "ReLU": (lambda: nn.ReLU(), ROWS),
    "LeakyReLU": (lambda: nn.LeakyReLU(0.2), ROWS),
    "Sigmoid": (lambda: nn.Sigmoid(), ROWS),
    "Tanh": (lambda: nn.Tanh(), ROWS),
    "GELU": (lambda: nn.GELU(), ROWS),
    "GELU tanh": (lambda: nn.GELU(approximate="tanh"), ROWS),
    "Softmax": (lambda: nn.Softmax(1), ROWS),
    "LogSoftmax": (lambda: nn.LogSoftmax(0), ROWS),
    "Dropout": (lambda: nn.Dropout(0.3), ROWS),
    "Dropout2d": (lambda: nn.Dropout2d(0.4), IMAGE),
    "BatchNorm1d": (lambda: nn.BatchNorm1d(5), ROWS),
    "BatchNorm1d signal": (lambda: nn.BatchNorm1d(4, eps=0.01, momentum=0.3), SIGNAL),
    "BatchNorm1d plain": (lambda: nn.BatchNorm1d(5, affine=False, track_running_stats=False), ROWS),
    "BatchNorm2d": (lambda: nn.BatchNorm2d(4), IMAGE),
    "BatchNorm2d eval": (lambda: nn.BatchNorm2d(4, momentum=0.5).eval(), IMAGE),
    "LayerNorm": (lambda: nn.LayerNorm(5), ROWS),
    "LayerNorm image": (lambda: nn.LayerNorm((5, 4), eps=0.1, elementwise_affine=False), IMAGE),
    "Embedding": (lambda: nn.Embedding(6, 3, padding_idx=-2), torch.tensor([[0, 4, 5], [4, 2, 0]])),
    "Embedding max_norm": (lambda: nn.Embedding(6, 3, max_norm=1.0), torch.tensor([0, 1, 1, 3])),
    "Identity": (lambda: nn.Identity(), ROWS),
    "Sequential": (lambda: nn.Sequential(nn.Conv2d(4, 2, 3), nn.ReLU(), nn.Flatten(), nn.Linear(12, 3)), IMAGE),
}


def run_module(make, example):
    torch.manual_seed(11)
    module = make()
    initial = {name: array(value) for name, value in module.state_dict().items()}
    example = example.clone()
    if example.is_floating_point():
        example.requires_grad_()
    output = module(example)
    upstream = random(5, *output.shape)
    output.backward(upstream)
    final = {name: array(value) for name, value in module.state_dict().items()}
    shared = [name for name, value in INPUTS.items() if example.shape == value.shape]
    return {
        "initial": initial,
        "input": shared[0] if shared else array(example),
        "upstream": array(upstream),
        "output": array(output),
        "input_grad": array(example.grad) if example.grad is not None else None,
        "grads": {name: array(p.grad) for name, p in module.named_parameters()},
        "final": {name: value for name, value in final.items() if value != initial[name]},
        "text": str(module),
    }


def write(name, cases):
    (HERE / name).write_text("{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in cases.items()) + "\n}\n")


write("modules.json", {"inputs": {name: array(value) for name, value in INPUTS.items()}} | {name: run_module(*case) for name, case in MODULES.items()})
