"""Searches of "Benchmarks search" with python3-optuna, on request.

A line "OBJECTIVE SAMPLER TRIALS SEED" on stdin gives the smallest value found and the seconds it took on stdout.
"""
import math
import sys
import time

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


SAMPLERS = {
    "random": lambda seed: optuna.samplers.RandomSampler(seed=seed),
    "tpe": lambda seed: optuna.samplers.TPESampler(seed=seed),
    "tpe-multivariate": lambda seed: optuna.samplers.TPESampler(seed=seed, multivariate=True, warn_independent_sampling=False),
}

print("ready", optuna.__version__, flush=True)
for line in sys.stdin:
    objective, sampler, trials, seed = line.split()
    start = time.perf_counter()
    study = optuna.create_study(sampler=SAMPLERS[sampler](int(seed)))
    study.optimize(globals()[objective], n_trials=int(trials))
    print(study.best_value, time.perf_counter() - start, flush=True)
