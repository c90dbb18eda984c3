"""Loss of each of 200 steps of a small network in python3-torch: the same weights, batches in the same order, five optimisers.

The order of each epoch is Kiln's own generator, written here a second time.
Writes loss_curves.json beside this file:  /usr/bin/python3 loss_curves.py
"""
import hashlib
import json
import pathlib
import struct

import torch
from torch import nn

EPOCHS, BATCH, N, SEED = 20, 32, 320, 7
torch.set_num_threads(1)
torch.manual_seed(3)
targets = torch.randint(0, 3, (N,))
inputs = torch.randn(N, 8) + 0.8 * nn.functional.one_hot(targets, 8)
MASK = (1 << 64) - 1


def network():
    torch.manual_seed(5)
    return nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 3))


def order(epoch):
    """Fisher-Yates driven by SplitMix64, seeded by SHA-256 over purpose, seed and epoch."""
    digest = hashlib.sha256(b"shuffle" + struct.pack("<qq", SEED, epoch)).digest()
    state = struct.unpack("<q", digest[:8])[0] & ((1 << 63) - 1)
    items = list(range(N))
    for i in range(N - 1, 0, -1):
        state = (state + 0x9E3779B97F4A7C15) & MASK
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        z ^= z >> 31
        j = (z * (i + 1)) >> 64
        items[i], items[j] = items[j], items[i]
    return items


def curve(make, schedule=None):
    model = network()
    optimizer = make(model.parameters())
    rates = schedule(optimizer) if schedule else None
    losses = []
    for epoch in range(1, EPOCHS + 1):
        for rows in torch.tensor(order(epoch)).split(BATCH):
            optimizer.zero_grad()
            loss = nn.functional.cross_entropy(model(inputs[rows]), targets[rows])
            loss.backward()
            optimizer.step()
            if rates:
                rates.step()
            losses.append(loss.item())
    return losses


optim = torch.optim
CURVES = {
    "sgd": curve(lambda p: optim.SGD(p, 0.05, momentum=0.9)),
    "adam": curve(lambda p: optim.Adam(p, 0.005)),
    "adamw": curve(lambda p: optim.AdamW(p, 0.005, weight_decay=0.1)),
    "rmsprop": curve(lambda p: optim.RMSprop(p, 0.002)),
    "onecycle": curve(lambda p: optim.SGD(p, 0.1, momentum=0.9), lambda o: optim.lr_scheduler.OneCycleLR(o, 0.1, EPOCHS * 10)),
}
pathlib.Path(__file__).with_name("loss_curves.json").write_text(json.dumps({
    "inputs": inputs.flatten().tolist(),
    "targets": targets.tolist(),
    "weights": {name: value.flatten().tolist() for name, value in network().state_dict().items()},
    "curves": CURVES,
}))
