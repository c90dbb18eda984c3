"""The trainings of "Benchmarks fit" as one writes them by hand with python3-torch, measured on request.

A line "NAME EPOCHS THREADS WORKERS" on stdin gives a line of examples per second, one for each epoch, on stdout.
"""
import csv
import gzip
import sys
import time

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

BATCH = 64
CLOTHES = "/usr/share/datasets/fashion-mnist/"
DIGITS = "/usr/lib/python3/dist-packages/sklearn/datasets/data/digits.csv.gz"


def clothes():
    with gzip.open(CLOTHES + "train-images-idx3-ubyte.gz") as images, gzip.open(CLOTHES + "train-labels-idx1-ubyte.gz") as labels:
        pixels = np.frombuffer(images.read(), np.uint8, offset=16).reshape(-1, 1, 28, 28)
        classes = np.frombuffer(labels.read(), np.uint8, offset=8)
    return TensorDataset(torch.from_numpy((pixels / 255.0).astype(np.float32)), torch.from_numpy(classes.astype(np.int64)))


def digits():
    with gzip.open(DIGITS, "rt") as text:
        rows = np.array([[float(field) for field in row] for row in csv.reader(text)], np.float32)
    return TensorDataset(torch.from_numpy(rows[:, :64].reshape(-1, 1, 8, 8) / 16), torch.from_numpy(rows[:, 64].astype(np.int64)))


def lenet():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10))


def perceptron():
    return nn.Sequential(nn.Flatten(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))


def train(data, model, epochs, workers):
    loader = DataLoader(data, batch_size=BATCH, shuffle=True, num_workers=workers, persistent_workers=workers > 0)
    optimizer = torch.optim.Adam(model.parameters(), 1e-3)
    criterion = nn.CrossEntropyLoss()
    rates = []
    for _ in range(epochs):
        start = time.perf_counter()
        model.train()
        total = 0.0
        for inputs, targets in loader:
            optimizer.zero_grad()
            loss = criterion(model(inputs), targets)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(targets)
        rates.append(len(data) / (time.perf_counter() - start))
    return rates


def main():
    trainings = {"lenet": (clothes(), lenet), "digits": (digits(), perceptron)}
    print("ready", torch.__version__)
    for line in sys.stdin:
        name, epochs, threads, workers = line.split()
        torch.set_num_threads(int(threads))
        torch.manual_seed(0)
        data, make = trainings[name]
        print(*train(data, make(), int(epochs), int(workers)))


main()
