"""Decisions of Optuna's pruners over studies of made-up curves: writes pruners.json.

The trials run one after the other; of each the step at which it was pruned, or null. One trial in nine reports NaN at its third step.
"""
import json
from pathlib import Path

import numpy as np
import optuna

optuna.logging.set_verbosity(optuna.logging.ERROR)
TRIALS, STEPS = 60, 30


def curves(seed):
    random = np.random.RandomState(seed)
    rows = []
    for number in range(TRIALS):
        height, speed = random.rand(), 1 + 4 * random.rand()
        row = [round(float(height * (1 - np.exp(-speed * step / STEPS)) + 0.05 * random.randn()), 6) for step in range(1, STEPS + 1)]
        if number % 9 == 8:
            row[2] = float("nan")
        rows.append(row)
    return rows


def ends(pruner, rows, direction):
    study = optuna.create_study(direction=direction, pruner=pruner, sampler=optuna.samplers.RandomSampler(seed=0))
    found = []
    for row in rows:
        trial = study.ask()
        end = None
        for step, value in enumerate(row[:-1], 1):
            trial.report(value, step)
            if trial.should_prune():
                end = step
                break
        if end is None:
            trial.report(row[-1], STEPS)
            study.tell(trial, row[-1])
        else:
            study.tell(trial, state=optuna.trial.TrialState.PRUNED)
        found.append(end)
    return found


pruners = {
    "median": lambda: optuna.pruners.MedianPruner(),
    "median-8-5-3": lambda: optuna.pruners.MedianPruner(n_startup_trials=8, n_warmup_steps=5, interval_steps=3),
    "percentile-25": lambda: optuna.pruners.PercentilePruner(25.0),
    "percentile-70": lambda: optuna.pruners.PercentilePruner(70.0, n_startup_trials=2),
    "halving-1-3": lambda: optuna.pruners.SuccessiveHalvingPruner(min_resource=1, reduction_factor=3),
    "halving-2-4": lambda: optuna.pruners.SuccessiveHalvingPruner(min_resource=2, reduction_factor=4),
    "patient-3": lambda: optuna.pruners.PatientPruner(optuna.pruners.MedianPruner(), patience=3),
    "patient-2-alone": lambda: optuna.pruners.PatientPruner(None, patience=2, min_delta=0.02),
}
cases = []
for seed in range(2):
    rows = curves(seed)
    for direction in ("maximize", "minimize"):
        cases.append({"curves": [[None if value != value else value for value in row] for row in rows], "direction": direction,
                      "ends": {name: ends(make(), rows, direction) for name, make in pruners.items()}})
with open(Path(__file__).parent / "pruners.json", "w") as file:
    json.dump(cases, file, separators=(",", ":"))
