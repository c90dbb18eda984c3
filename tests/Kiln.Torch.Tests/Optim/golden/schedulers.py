"""Learning rates and momenta of every step of each scheduler from python3-torch, for two groups of parameters.

Writes schedulers.json beside this file:  /usr/bin/python3 schedulers.py
"""
import json
import math
import pathlib
import warnings

import torch
from torch.optim import lr_scheduler as s

HERE = pathlib.Path(__file__).parent
warnings.simplefilter("ignore")
STEPS = 120


def sgd():
    return torch.optim.SGD([{"params": [torch.zeros(1)]}, {"params": [torch.zeros(1)], "lr": 0.02}], 0.1, momentum=0.9)


def adam():
    return torch.optim.Adam([{"params": [torch.zeros(1)]}, {"params": [torch.zeros(1)], "lr": 0.004}], 0.001)


def warm_up(o):
    return s.SequentialLR(o, [s.LinearLR(o, 0.1, total_iters=10), s.CosineAnnealingLR(o, 60, 1e-4), s.ExponentialLR(o, 0.97)], [10, 70])


def resumed(make):
    """A scheduler made for an optimizer that has trained 40 epochs."""
    def build(o):
        first = make(o, -1)
        for _ in range(40):
            first.step()
        return make(o, 40)
    return build


def metric(step):
    return 1 / (1 + step) if step < 20 else 0.05 + 0.001 * math.sin(step)


PLATEAU = {
    "ReduceLROnPlateau": lambda o: s.ReduceLROnPlateau(o),
    "ReduceLROnPlateau max": lambda o: s.ReduceLROnPlateau(o, "max", 0.5, 3, 0.01),
    "ReduceLROnPlateau abs": lambda o: s.ReduceLROnPlateau(o, "min", 0.5, 2, 0.002, "abs", cooldown=4, min_lr=[1e-3, 5e-3]),
    "ReduceLROnPlateau max abs": lambda o: s.ReduceLROnPlateau(o, "max", 0.3, 1, 0.1, "abs", min_lr=0.001),
    "ReduceLROnPlateau eps": lambda o: s.ReduceLROnPlateau(o, factor=0.9, patience=1, eps=0.01),
}
SGD = {
    "LambdaLR": lambda o: s.LambdaLR(o, lambda e: 0.95 ** e),
    "MultiplicativeLR": lambda o: s.MultiplicativeLR(o, lambda e: 1 - 0.5 / (1 + e)),
    "StepLR": lambda o: s.StepLR(o, 7),
    "StepLR gamma": lambda o: s.StepLR(o, 30, 0.3),
    "MultiStepLR": lambda o: s.MultiStepLR(o, [5, 40, 40, 90], 0.5),
    "ExponentialLR": lambda o: s.ExponentialLR(o, 0.1),
    "ExponentialLR gamma": lambda o: s.ExponentialLR(o, 0.98),
    "ConstantLR": lambda o: s.ConstantLR(o),
    "ConstantLR long": lambda o: s.ConstantLR(o, 0.25, 50),
    "LinearLR": lambda o: s.LinearLR(o),
    "LinearLR down": lambda o: s.LinearLR(o, 1, 0.1, 100),
    "PolynomialLR": lambda o: s.PolynomialLR(o),
    "PolynomialLR power": lambda o: s.PolynomialLR(o, 80, 2.5),
    "CosineAnnealingLR": lambda o: s.CosineAnnealingLR(o, 25),
    "CosineAnnealingLR floor": lambda o: s.CosineAnnealingLR(o, 100, 0.003),
    "CyclicLR": lambda o: s.CyclicLR(o, 0.01, 0.1, 10),
    "CyclicLR long down": lambda o: s.CyclicLR(o, 0.01, 0.1, 7, 20, cycle_momentum=False),
    "CyclicLR triangular2": lambda o: s.CyclicLR(o, [0.01, 0.002], [0.1, 0.05], 8, mode="triangular2", base_momentum=[0.7, 0.6], max_momentum=[0.95, 0.9]),
    "CyclicLR exp_range": lambda o: s.CyclicLR(o, 0.001, 0.2, 12, 3, "exp_range", 0.99),
    "CyclicLR scale_fn cycle": lambda o: s.CyclicLR(o, 0.001, 0.2, 9, scale_fn=lambda x: 1 / (5 ** (x * 0.1)), scale_mode="cycle"),
    "CyclicLR scale_fn iterations": lambda o: s.CyclicLR(o, 0.001, 0.2, 9, scale_fn=lambda x: 0.98 ** x, scale_mode="iterations", base_momentum=0.5),
    "OneCycleLR": lambda o: s.OneCycleLR(o, 0.2, STEPS + 1),
    "OneCycleLR three": lambda o: s.OneCycleLR(o, [0.2, 0.05], epochs=11, steps_per_epoch=11, pct_start=0.4, anneal_strategy="linear",
                                               three_phase=True, base_momentum=[0.8, 0.7], max_momentum=[0.9, 0.99], div_factor=10, final_div_factor=100),
    "OneCycleLR no momentum": lambda o: s.OneCycleLR(o, 0.2, STEPS + 1, cycle_momentum=False),
    "ChainedLR": lambda o: s.ChainedScheduler([s.ConstantLR(o, 0.1, 20), s.ExponentialLR(o, 0.96), s.StepLR(o, 50, 0.5)]),
    "SequentialLR": warm_up,
    "StepLR resumed": resumed(lambda o, last: s.StepLR(o, 7, 0.8, last)),
    "CosineAnnealingLR resumed": resumed(lambda o, last: s.CosineAnnealingLR(o, 50, 0.001, last)),
    "OneCycleLR then SequentialLR": lambda o: s.SequentialLR(o, [s.OneCycleLR(o, 0.2, 60), s.ConstantLR(o, 0.5, 20)], [60]),
}
ADAM = {
    "Adam OneCycleLR": lambda o: s.OneCycleLR(o, 0.01, STEPS + 1, pct_start=0.25),
    "Adam CosineAnnealingLR": lambda o: s.CosineAnnealingLR(o, 40),
}
# The formula without history, by step(epoch).
CLOSED = ["LambdaLR", "StepLR", "MultiStepLR", "ExponentialLR gamma", "ConstantLR long", "LinearLR down", "PolynomialLR power", "CosineAnnealingLR floor"]


def groups(optimizer, key):
    return [group[key] for group in optimizer.param_groups]


def run(optimizer, make, step):
    scheduler = make(optimizer)
    momenta = (lambda: [betas[0] for betas in groups(optimizer, "betas")]) if "betas" in optimizer.defaults else (lambda: groups(optimizer, "momentum"))
    rows = [groups(optimizer, "lr") + momenta()]
    for count in range(STEPS):
        step(scheduler, count)
        rows.append(groups(optimizer, "lr") + momenta())
    return rows


cases = {name: run(sgd(), make, lambda scheduler, _: scheduler.step()) for name, make in SGD.items()}
cases |= {name: run(adam(), make, lambda scheduler, _: scheduler.step()) for name, make in ADAM.items()}
cases |= {name: run(sgd(), make, lambda scheduler, count: scheduler.step(metric(count))) for name, make in PLATEAU.items()}
cases |= {name + ", closed": run(sgd(), SGD[name], lambda scheduler, count: scheduler.step(count * 7 % 101)) for name in CLOSED}
(HERE / "schedulers.json").write_text("{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in cases.items()) + "\n}\n")
