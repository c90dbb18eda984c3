"""The workloads of Workload.cs for python3-torch, measured on request.

A line "NAME VARIANT STEPS THREADS" on stdin gives a line "SECONDS_PER_STEP LOSS" on stdout.
Between requests the process waits, so that only one side computes at a time.
"""
import sys
import time

import torch
from torch import nn

WARM_UP_STEPS = 5


def lenet():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
        nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10))


WORKLOADS = {
    "mlp": (lambda: nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10)),
            lambda p, **more: torch.optim.Adam(p, **more), (64, 784), 10),
    "lenet": (lenet, lambda p, **more: torch.optim.SGD(p, 0.01, momentum=0.9, **more), (64, 1, 28, 28), 10),
    "tiny": (lambda: nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 3)),
             lambda p, **more: torch.optim.SGD(p, 0.05, **more), (16, 4), 3),
}


def measure(name, variant, steps):
    make_model, make_optimizer, batch, classes = WORKLOADS[name]
    torch.manual_seed(1)
    model = make_model()
    optimizer = make_optimizer(model.parameters(), **({"foreach": True} if variant == "foreach" else {}))
    criterion = nn.CrossEntropyLoss()
    inputs = torch.randn(*batch)
    targets = torch.randint(0, classes, batch[:1])

    def train(steps):
        last = 0.0
        for _ in range(steps):
            optimizer.zero_grad(set_to_none=True)
            loss = criterion(model(inputs), targets)
            loss.backward()
            optimizer.step()
            last = loss.item()
        return last

    train(WARM_UP_STEPS)
    start = time.perf_counter()
    loss = train(steps)
    return (time.perf_counter() - start) / steps, loss


print("ready", torch.__version__, flush=True)
for line in sys.stdin:
    name, variant, steps, threads = line.split()
    torch.set_num_threads(int(threads))
    seconds, loss = measure(name, variant, int(steps))
    print(repr(seconds), repr(loss), flush=True)
