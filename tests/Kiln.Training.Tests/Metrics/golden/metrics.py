"""Writes metrics.json: outputs and targets, and the metrics that scikit-learn computes of them.

Run it again after adding a case:  /usr/bin/python3 tests/Kiln.Training.Tests/Metrics/golden/metrics.py
"""

import json
import pathlib

import numpy as np
from scipy.special import log_softmax, softmax
from sklearn import metrics as m

random = np.random.default_rng(2026)
cases = {}


def floats(array):
    # What crosses as float32 is rounded to it here, so that both sides see the same numbers.
    return np.asarray(array, dtype=np.float32).astype(np.float64)


def averages(truth, said, labels):
    found = {}
    for name, figure in [("precision", m.precision_score), ("recall", m.recall_score), ("f1", m.f1_score)]:
        for ending, average in [("", "macro"), ("-micro", "micro"), ("-weighted", "weighted")]:
            found[name + ending] = figure(truth, said, average=average, zero_division=0, labels=labels)
    return found


def classes(name, n, k, leave_out=()):
    logits = floats(random.normal(size=(n, k)))
    kept = [c for c in range(k) if c not in leave_out]
    truth = random.choice(kept, size=n)
    logits[np.arange(n), truth] += floats(random.exponential(size=n))
    logits = floats(logits)
    logits[:, list(leave_out)] = -9
    said = logits.argmax(1)
    shares = softmax(logits, axis=1)
    order = np.argsort(-logits, axis=1)
    found = {"accuracy": m.accuracy_score(truth, said), **averages(truth, said, None)}
    for top in (3, 5):
        found[f"top{top}"] = float((order[:, :top] == truth[:, None]).any(1).mean())
    areas = [m.roc_auc_score(truth == c, shares[:, c]) for c in (range(1, 2) if k == 2 else kept)]
    found["auc"] = float(np.mean(areas))
    cases[name] = {"kind": "class", "names": k, "outputs": logits.ravel().tolist(), "targets": truth.tolist(), "metrics": found}


def labels(name, n, k):
    logits = floats(random.normal(size=(n, k)) + random.normal(size=k))
    truth = (random.random((n, k)) < 1 / (1 + np.exp(-logits))).astype(int)
    truth[:, 0] = 0
    truth[3, 0] = 1
    said = (logits > 0).astype(int)
    found = {"accuracy": float((truth == said).mean()), **averages(truth, said, None), "auc": m.roc_auc_score(truth, logits, average="macro")}
    cases[name] = {"kind": "labels", "names": k, "outputs": logits.ravel().tolist(), "targets": truth.ravel().tolist(), "metrics": found}


def numbers(name, n, k, scale, offset):
    truth = floats(random.normal(size=(n, k)) * scale + offset)
    said = floats(truth + random.normal(size=(n, k)) * scale * 0.4)
    found = {
        "mse": m.mean_squared_error(truth, said), "rmse": m.mean_squared_error(truth, said) ** 0.5,
        "mae": m.mean_absolute_error(truth, said), "r2": m.r2_score(truth, said),
    }
    cases[name] = {"kind": "numbers", "names": k, "outputs": said.ravel().tolist(), "targets": truth.ravel().tolist(), "metrics": found}


def tokens(name, n, steps, v):
    logits = floats(random.normal(size=(n, steps, v)))
    truth = random.integers(v, size=(n, steps))
    surprise = -np.take_along_axis(log_softmax(logits, axis=2), truth[..., None], 2).mean()
    order = np.argsort(-logits, axis=2)
    found = {"perplexity": float(np.exp(surprise)), "accuracy": float((logits.argmax(2) == truth).mean()),
             "top3": float((order[..., :3] == truth[..., None]).any(2).mean())}
    cases[name] = {"kind": "tokens", "names": v, "steps": steps, "outputs": logits.ravel().tolist(), "targets": truth.ravel().tolist(), "metrics": found}


classes("two classes", 101, 2)
classes("seven classes", 150, 7)
classes("a class that is neither said nor true", 90, 6, leave_out=(4,))
labels("four labels", 80, 4)
numbers("one number", 70, 1, 3, 2)
numbers("three numbers far from zero", 70, 3, 5, 10000)
tokens("tokens", 12, 8, 9)

path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(cases) + "\n")
print(len(cases), "cases")
