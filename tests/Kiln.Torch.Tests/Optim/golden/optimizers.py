"""Weights after 20 steps of each optimizer from python3-torch.

Writes optimizers.json beside this file:  OMP_NUM_THREADS=1 /usr/bin/python3 optimizers.py
"""
import json
import pathlib

import torch
from torch import nn

HERE = pathlib.Path(__file__).parent
torch.set_num_threads(1)

OPTIMIZERS = {
    "SGD": lambda p: torch.optim.SGD(p, 0.1),
    "SGD momentum": lambda p: torch.optim.SGD(p, 0.05, momentum=0.9),
    "SGD dampening decay": lambda p: torch.optim.SGD(p, 0.05, momentum=0.8, dampening=0.3, weight_decay=0.02),
    "SGD nesterov": lambda p: torch.optim.SGD(p, 0.05, momentum=0.9, nesterov=True, weight_decay=0.01),
    "SGD maximize": lambda p: torch.optim.SGD(p, 0.001, momentum=0.5, maximize=True),
    "Adam": lambda p: torch.optim.Adam(p, 0.01),
    "Adam decay": lambda p: torch.optim.Adam(p, 0.02, (0.8, 0.95), 1e-6, weight_decay=0.1),
    "Adam amsgrad": lambda p: torch.optim.Adam(p, 0.05, (0.5, 0.6), amsgrad=True),
    "Adam maximize": lambda p: torch.optim.Adam(p, 0.01, maximize=True),
    "AdamW": lambda p: torch.optim.AdamW(p, 0.02),
    "AdamW amsgrad": lambda p: torch.optim.AdamW(p, 0.02, (0.5, 0.6), weight_decay=0.3, amsgrad=True),
    "RMSProp": lambda p: torch.optim.RMSprop(p, 0.01),
    "RMSProp centered": lambda p: torch.optim.RMSprop(p, 0.01, alpha=0.9, momentum=0.6, centered=True, weight_decay=0.05),
    "RMSProp maximize": lambda p: torch.optim.RMSprop(p, 0.001, maximize=True),
}


def run(make, skip):
    """`skip` leaves the first layer's bias without gradient in every third step."""
    torch.manual_seed(3)
    model = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2))
    inputs, targets = torch.randn(6, 3), torch.randn(6, 2)
    optimizer = make(model.parameters())
    for step in range(20):
        optimizer.zero_grad()
        nn.functional.mse_loss(model(inputs), targets).backward()
        if skip and step % 3 == 0:
            model[0].bias.grad = None
        optimizer.step()
    return {name: value.flatten().tolist() for name, value in model.state_dict().items()}


cases = {name: run(make, False) for name, make in OPTIMIZERS.items()}
cases |= {name + ", skipping": run(OPTIMIZERS[name], True) for name in ("SGD momentum", "Adam", "RMSProp")}
(HERE / "optimizers.json").write_text("{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in cases.items()) + "\n}\n")
