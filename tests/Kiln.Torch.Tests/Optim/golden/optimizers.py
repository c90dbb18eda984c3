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
    "ASGD": lambda p: torch.optim.ASGD(p, 0.001),
    "ASGD average": lambda p: torch.optim.ASGD(p, 0.05, lambd=0.01, alpha=0.6, t0=5, weight_decay=0.1),
    "ASGD maximize": lambda p: torch.optim.ASGD(p, 0.01, maximize=True),
    "Adadelta": lambda p: torch.optim.Adadelta(p),
    "Adadelta decay": lambda p: torch.optim.Adadelta(p, 0.5, rho=0.8, eps=1e-4, weight_decay=0.1),
    "Adadelta maximize": lambda p: torch.optim.Adadelta(p, maximize=True),
    "Adagrad": lambda p: torch.optim.Adagrad(p),
    "Adagrad decay": lambda p: torch.optim.Adagrad(p, 0.1, lr_decay=0.05, weight_decay=0.1, initial_accumulator_value=0.2, eps=1e-6),
    "Adamax": lambda p: torch.optim.Adamax(p),
    "Adamax decay": lambda p: torch.optim.Adamax(p, 0.05, (0.7, 0.9), 1e-4, weight_decay=0.1),
    "NAdam": lambda p: torch.optim.NAdam(p),
    "NAdam decay": lambda p: torch.optim.NAdam(p, 0.02, (0.8, 0.95), 1e-6, weight_decay=0.1, momentum_decay=0.1),
    "RAdam": lambda p: torch.optim.RAdam(p, 0.002),
    "RAdam decay": lambda p: torch.optim.RAdam(p, 0.05, (0.8, 0.9), 1e-4, weight_decay=0.1),
    "Rprop": lambda p: torch.optim.Rprop(p),
    "Rprop bounds": lambda p: torch.optim.Rprop(p, 0.02, etas=(0.4, 1.5), step_sizes=(1e-3, 0.05)),
    "Rprop maximize": lambda p: torch.optim.Rprop(p, 0.001, maximize=True),
    "LBFGS": lambda p: torch.optim.LBFGS(p, 0.1, max_iter=4, tolerance_grad=1e-5),
    "LBFGS history": lambda p: torch.optim.LBFGS(p, 0.3, max_iter=3, max_eval=4, tolerance_grad=1e-5, history_size=2),
    "LBFGS to the end": lambda p: torch.optim.LBFGS(p, 0.5, tolerance_grad=1e-2, tolerance_change=1e-4),
}


def two_groups(make, **other):
    """The first layer with the optimizer's own options, the second with others."""
    return lambda p: make([{"params": p[:2]}, {"params": p[2:], **other}])


GROUPS = {
    "SGD groups": two_groups(lambda p: torch.optim.SGD(p, 0.05, momentum=0.9), lr=0.01, momentum=0.5, weight_decay=0.1),
    "Adam groups": two_groups(lambda p: torch.optim.Adam(p, 0.01), lr=0.03, betas=(0.5, 0.9), weight_decay=0.1, amsgrad=True),
    "AdamW groups": two_groups(lambda p: torch.optim.AdamW(p, 0.01, weight_decay=0), lr=0.03, weight_decay=0.2),
    "RMSProp groups": two_groups(lambda p: torch.optim.RMSprop(p, 0.01), lr=0.002, alpha=0.8, momentum=0.5, centered=True),
    "ASGD groups": two_groups(lambda p: torch.optim.ASGD(p, 0.05), lr=0.01, lambd=0.1),
    "Adadelta groups": two_groups(lambda p: torch.optim.Adadelta(p), lr=0.1, rho=0.5),
    "Adagrad groups": two_groups(lambda p: torch.optim.Adagrad(p), lr=0.1, lr_decay=0.2),
    "Adamax groups": two_groups(lambda p: torch.optim.Adamax(p), lr=0.1, betas=(0.5, 0.9)),
    "NAdam groups": two_groups(lambda p: torch.optim.NAdam(p), lr=0.01, momentum_decay=0.1),
    "RAdam groups": two_groups(lambda p: torch.optim.RAdam(p, 0.002), lr=0.01, betas=(0.5, 0.9)),
    "Rprop groups": two_groups(lambda p: torch.optim.Rprop(p), lr=0.001, etas=(0.3, 1.3)),
}


def run(make, skip):
    """`skip` leaves the first layer's bias without gradient in every third step.

    L-BFGS runs in 64 bits: it makes much of small differences.
    """
    torch.manual_seed(3)
    model = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2))
    inputs, targets = torch.randn(6, 3), torch.randn(6, 2)
    optimizer = make(list(model.parameters()))
    if isinstance(optimizer, torch.optim.LBFGS):
        model, inputs, targets = model.double(), inputs.double(), targets.double()

    def closure():
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(inputs), targets)
        loss.backward()
        return loss

    for step in range(20):
        if isinstance(optimizer, torch.optim.LBFGS):
            optimizer.step(closure)
            continue
        closure()
        if skip and step % 3 == 0:
            model[0].bias.grad = None
        optimizer.step()
    return {name: value.flatten().tolist() for name, value in model.state_dict().items()}


cases = {name: run(make, False) for name, make in (OPTIMIZERS | GROUPS).items()}
skipped = ("SGD momentum", "Adam", "RMSProp", "Adadelta", "Adagrad", "Adamax", "NAdam", "RAdam", "Rprop", "ASGD")
cases |= {name + ", skipping": run(OPTIMIZERS[name], True) for name in skipped}
(HERE / "optimizers.json").write_text("{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in cases.items()) + "\n}\n")
