"""Searches of "Benchmarks search" with python3-optuna, on request.

A line "OBJECTIVE SAMPLER TRIALS SEED" on stdin gives the smallest value found and the seconds it took on stdout. The sampler may be
"random-sqlite": random trials in a new SQLite file.
"""
import csv
import gzip
import math
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import optuna

optuna.logging.set_verbosity(optuna.logging.ERROR)

A = [[10, 3, 17, 3.5, 1.7, 8], [0.05, 10, 17, 0.1, 8, 14], [3, 3.5, 1.7, 10, 17, 8], [17, 8, 0.05, 10, 0.1, 14]]
P = [[1312, 1696, 5569, 124, 8283, 5886], [2329, 4135, 8307, 3736, 1004, 9991], [2348, 1451, 3522, 2883, 3047, 6650], [4047, 8828, 8732, 5743, 1091, 381]]
ALPHA = [1, 1.2, 3, 3.2]


def branin(trial):
    x, y = trial.suggest_float("x", -5, 10), trial.suggest_float("y", 0, 15)
    bowl = y - 5.1 / (4 * math.pi**2) * x * x + 5 / math.pi * x - 6
    return bowl**2 + 10 * (1 - 1 / (8 * math.pi)) * math.cos(x) + 10


def hartmann6(trial):
    at = [trial.suggest_float(name, 0, 1) for name in "abcdef"]
    return -sum(ALPHA[i] * math.exp(-sum(A[i][j] * (at[j] - 1e-4 * P[i][j]) ** 2 for j in range(6))) for i in range(4))


def rosenbrock(trial):
    at = [trial.suggest_float(name, -5, 10) for name in "abc"]
    at += [trial.suggest_int("d", -5, 10), trial.suggest_categorical("e", [-2, -1, 0, 1, 2])]
    return sum(100 * (at[i + 1] - at[i] ** 2) ** 2 + (1 - at[i]) ** 2 for i in range(4))


def load_replay():
    """Last validation accuracy of each configuration, the mean of its seeds: the same numbers as ReplayTable has."""
    last = defaultdict(list)
    with gzip.open(Path(__file__).parent / "Replay" / "replay.csv.gz", "rt") as file:
        for row in list(csv.reader(file))[1:]:
            last[(*map(int, row[:4]), row[4])].append(float(row[-1]))
    return {configuration: sum(values) / len(values) for configuration, values in last.items()}


REPLAY = load_replay()


def replay(trial):
    lr, width = trial.suggest_int("lr", 0, 8), trial.suggest_int("width", 0, 3)
    batch, dropout = trial.suggest_int("batch", 0, 2), trial.suggest_int("dropout", 0, 2)
    return -REPLAY[lr, width, batch, dropout, trial.suggest_categorical("optimizer", ["sgd", "adam"])]


def floats8(trial):
    return sum(trial.suggest_float(name, 0, 1) for name in "abcdefgh")


SAMPLERS = {
    "random": lambda seed: optuna.samplers.RandomSampler(seed=seed),
    "random-sqlite": lambda seed: optuna.samplers.RandomSampler(seed=seed),
    "tpe": lambda seed: optuna.samplers.TPESampler(seed=seed),
    "tpe-multivariate": lambda seed: optuna.samplers.TPESampler(seed=seed, multivariate=True, warn_independent_sampling=False),
}



def search(objective, sampler, trials, seed, storage=None):
    start = time.perf_counter()
    study = optuna.create_study(sampler=SAMPLERS[sampler](seed), storage=storage)
    study.optimize(objective, n_trials=trials)
    return study.best_value, time.perf_counter() - start


print("ready", optuna.__version__, flush=True)
for line in sys.stdin:
    objective, sampler, trials, seed = line.split()
    if sampler == "random-sqlite":
        with tempfile.TemporaryDirectory() as folder:
            answer = search(globals()[objective], sampler, int(trials), int(seed), f"sqlite:///{folder}/study.db")
    else:
        answer = search(globals()[objective], sampler, int(trials), int(seed))
    print(*answer, flush=True)
