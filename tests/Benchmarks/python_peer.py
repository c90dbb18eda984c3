"""The workloads of Benchmarks for python3-torch, measured on request.

A line "NAME VARIANT STEPS THREADS" on stdin gives a line "SECONDS_PER_STEP RESULT" on stdout.
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


NETWORKS = {
    "mlp": (lambda: nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10)),
            lambda p, **more: torch.optim.Adam(p, **more), (64, 784), 10),
    "lenet": (lenet, lambda p, **more: torch.optim.SGD(p, 0.01, momentum=0.9, **more), (64, 1, 28, 28), 10),
    "tiny": (lambda: nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 3)),
             lambda p, **more: torch.optim.SGD(p, 0.05, **more), (16, 4), 3),
}


def add(a, b, calls):
    for _ in range(calls):
        result = a + b
    return result


def view(a, b, calls):
    for _ in range(calls):
        result = a.view(1, 1)
    return result


def add_in_place(a, b, calls):
    for _ in range(calls):
        a.add_(b)
    return a


def add_backward(w, b, calls):
    for _ in range(calls):
        (w + b).backward()
    return w.grad


OPERATORS = {"add": add, "view": view, "add_": add_in_place, "backward": add_backward}


def measure_operator(name, steps):
    run = OPERATORS[name]
    needs_gradient = run is add_backward
    with torch.set_grad_enabled(needs_gradient):
        first = torch.ones(1, requires_grad=needs_gradient)
        second = torch.ones(1)
        run(first, second, steps // 10)
        start = time.perf_counter()
        result = run(first, second, steps)
        return (time.perf_counter() - start) / steps, result.item()


def measure_training(name, variant, steps):
    make_model, make_optimizer, batch, classes = NETWORKS[name]
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
    seconds, result = measure_operator(name, int(steps)) if name in OPERATORS else measure_training(name, variant, int(steps))
    print(repr(seconds), repr(result), flush=True)
