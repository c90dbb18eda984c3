"""Learning rate and momentum of every step from python3-torch's own schedulers: 6 epochs of 5 steps, rate 0.1.

Writes schedules.json beside this file:  /usr/bin/python3 schedules.py
"""
import json
import pathlib
import warnings

import torch
from torch.optim import lr_scheduler as s

warnings.simplefilter("ignore")
EPOCHS, STEPS, LR = 6, 5, 0.1
TOTAL = EPOCHS * STEPS
LOSSES = [1.0, 0.8, 0.81, 0.80001, 0.9, 0.7]


def optimizer(kind="sgd"):
    weights = [torch.zeros(1, requires_grad=True)]
    return torch.optim.SGD(weights, LR, momentum=0.9) if kind == "sgd" else torch.optim.Adam(weights, LR)


def per_step(make, kind="sgd", momentum=False):
    o = optimizer(kind)
    schedule = make(o)
    rows = []
    for _ in range(TOTAL):
        group = o.param_groups[0]
        rows.append([group["lr"], (group["momentum"] if kind == "sgd" else group["betas"][0]) if momentum else None])
        o.step()
        schedule.step()
    return rows


def per_epoch(make):
    o = optimizer()
    schedule = make(o)
    rows = []
    for epoch in range(EPOCHS):
        rows += [[o.param_groups[0]["lr"], None]] * STEPS
        schedule.step(*([LOSSES[epoch]] if isinstance(schedule, s.ReduceLROnPlateau) else []))
    return rows


def warmed(share, then):
    """The rate climbs to where `then` starts, which has the rest of the steps."""
    length = round(share * TOTAL)
    return lambda o: s.SequentialLR(o, [s.LambdaLR(o, lambda t: (t + 1) / length), then(o, TOTAL - length)], [length])


CASES = {
    "none": per_step(lambda o: s.LambdaLR(o, lambda t: 1)),
    "step(2, 0.5)": per_epoch(lambda o: s.StepLR(o, 2, 0.5)),
    "step": per_epoch(lambda o: s.StepLR(o, 2, 0.1)),
    "exponential(0.9)": per_epoch(lambda o: s.ExponentialLR(o, 0.9)),
    "cosine": per_step(lambda o: s.CosineAnnealingLR(o, TOTAL)),
    "cosine(0.01)": per_step(lambda o: s.CosineAnnealingLR(o, TOTAL, LR * 0.01)),
    "onecycle": per_step(lambda o: s.OneCycleLR(o, LR, TOTAL), momentum=True),
    "onecycle +0.1": per_step(lambda o: s.OneCycleLR(o, LR, TOTAL, pct_start=0.1), "adam", momentum=True),
    "plateau(1, 0.5)": per_epoch(lambda o: s.ReduceLROnPlateau(o, factor=0.5, patience=1)),
    "plateau(2, 0.1)": per_epoch(lambda o: s.ReduceLROnPlateau(o, factor=0.1, patience=2)),
    "warmup-linear": per_step(warmed(0.1, lambda o, rest: s.LambdaLR(o, lambda t: (rest - t) / rest))),
    "warmup-linear +0.3": per_step(warmed(0.3, lambda o, rest: s.LambdaLR(o, lambda t: (rest - t) / rest))),
    "none +0.2": per_step(warmed(0.2, lambda o, rest: s.LambdaLR(o, lambda t: 1))),
    "cosine +0.2": per_step(warmed(0.2, lambda o, rest: s.CosineAnnealingLR(o, rest))),
}
pathlib.Path(__file__).with_name("schedules.json").write_text(json.dumps({"losses": LOSSES, "cases": CASES}))
