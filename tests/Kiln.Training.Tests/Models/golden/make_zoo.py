"""Writes zoo.json: the ready models written in PyTorch, with their sizes, and for three of them outputs and gradients.

Run with a Python that has torch: /usr/bin/python3 make_zoo.py
Weights are a formula of their index, so that none are stored: weight k of a model has at i the value 0.3 sin(0.7 i + k).
"""
import json
import math
import os

import torch
from torch import nn
from torch.nn import functional as F

FEATURES, CLASSES, VOCABULARY, STEPS = 784, 10, 30, 12


class Residual(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(),
            nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False), nn.BatchNorm2d(outputs))
        self.shortcut = None if inputs == outputs and stride == 1 else nn.Sequential(
            nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        return F.relu(self.body(x) + (x if self.shortcut is None else self.shortcut(x)))


class ResNet(nn.Module):
    def __init__(self, channels, depth, width):
        super().__init__()
        blocks = (depth - 2) // 6
        layers = [nn.Conv2d(channels, width, 3, padding=1, bias=False), nn.BatchNorm2d(width), nn.ReLU()]
        before = width
        for stage in range(3):
            for block in range(blocks):
                layers.append(Residual(before, width * 2 ** stage, 2 if stage > 0 and block == 0 else 1))
                before = width * 2 ** stage
        self.layers = nn.Sequential(*layers)
        self.head = nn.Linear(before, CLASSES)

    def forward(self, x):
        return self.head(self.layers(x).mean([2, 3]))


class Lstm(nn.Module):
    def __init__(self, size, hidden, layers, last):
        super().__init__()
        self.embedding = nn.Embedding(VOCABULARY, size)
        self.lstm = nn.LSTM(size, hidden, layers, batch_first=True)
        self.head = nn.Linear(hidden, CLASSES if last else VOCABULARY)
        self.last = last

    def forward(self, x):
        steps, _ = self.lstm(self.embedding(x))
        return self.head(steps[:, -1] if self.last else steps)


class Transformer(nn.Module):
    def __init__(self, size, heads, blocks, causal):
        super().__init__()
        self.embedding = nn.Embedding(VOCABULARY, size)
        self.positions = nn.Parameter(torch.zeros(STEPS, size))
        self.blocks = nn.ModuleList([
            nn.TransformerEncoderLayer(size, heads, 4 * size, 0.0, F.gelu, batch_first=True, norm_first=True) for _ in range(blocks)])
        self.norm = nn.LayerNorm(size)
        self.head = nn.Linear(size, VOCABULARY if causal else CLASSES)
        self.causal = causal

    def forward(self, x):
        y = self.embedding(x) + self.positions
        mask = torch.triu(torch.full((STEPS, STEPS), -math.inf), 1) if self.causal else None
        for block in self.blocks:
            y = block(y, mask)
        y = self.norm(y)
        return self.head(y if self.causal else y.mean(1))

    def ordered(self):
        """The weights in Kiln's order."""
        yield self.embedding.weight
        yield self.positions
        for block in self.blocks:
            yield from block.norm1.parameters()
            yield from block.self_attn.parameters()
            yield from block.norm2.parameters()
            yield from block.linear1.parameters()
            yield from block.linear2.parameters()
        yield from self.norm.parameters()
        yield from self.head.parameters()


def linear(*sizes):
    return nn.Sequential(*[nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])])


def lenet():
    return nn.Sequential(nn.Conv2d(1, 6, 5, padding=2), nn.Conv2d(6, 16, 5), linear(400, 120, 84, CLASSES))


SIZES = {
    "linear": linear(FEATURES, CLASSES),
    "mlp": linear(FEATURES, 128, 128, CLASSES),
    "lenet": lenet(),
    "resnet": ResNet(1, 8, 16),
    "resnet depth=14": ResNet(1, 14, 16),
    "resnet depth=20": ResNet(1, 20, 16),
    "lstm": Lstm(32, 64, 1, last=True),
    "char-rnn": Lstm(32, 128, 1, last=False),
    "transformer": Transformer(64, 4, 2, causal=False),
    "char-transformer": Transformer(64, 4, 2, causal=True),
    "autoencoder": linear(FEATURES, 128, 16, 128, FEATURES),
    "vae": nn.ModuleList([linear(FEATURES, 128, 16), linear(8, 128, FEATURES)]),
    "gan": nn.ModuleList([linear(16, 128, 128, FEATURES), linear(FEATURES, 128, 128, 1)]),
}


def computed(model, inputs):
    weights = list(model.ordered()) if hasattr(model, "ordered") else list(model.parameters())
    with torch.no_grad():
        for k, weight in enumerate(weights):
            index = torch.arange(weight.numel(), dtype=torch.float64)
            weight.copy_((0.3 * torch.sin(0.7 * index + k)).float().reshape(weight.shape))
    output = model.train()(inputs)
    output.square().mean().backward()
    return {
        "output": output.flatten().tolist(),
        "gradients": [{"norm": weight.grad.norm().item(), "first": weight.grad.flatten()[0].item()} for weight in weights],
    }


def main():
    torch.set_num_threads(1)
    picture = torch.sin(torch.arange(2 * 3 * 12 * 12, dtype=torch.float64)).float().reshape(2, 3, 12, 12)
    tokens = (torch.arange(2 * STEPS) * 7 % VOCABULARY).reshape(2, STEPS)
    golden = {
        "parameters": {name: sum(p.numel() for p in model.parameters()) for name, model in SIZES.items()},
        "values": {
            "resnet": computed(ResNet(3, 8, 4), picture),
            "char-rnn": computed(Lstm(8, 16, 2, last=False), tokens),
            "char-transformer": computed(Transformer(32, 4, 2, causal=True), tokens),
            "transformer": computed(Transformer(32, 4, 1, causal=False), tokens),
        },
    }
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "zoo.json"), "w") as file:
        json.dump(golden, file)
        file.write("\n")


main()
