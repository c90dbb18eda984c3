"""Writes evaluation.json: Wilson intervals of scipy, quantiles of numpy, scores per class of scikit-learn.

Run it again after a change:  /usr/bin/python3 tests/Kiln.Training.Tests/Evaluation/golden/evaluation.py
"""

import json
import pathlib

import numpy as np
from scipy.stats import binomtest
from sklearn.metrics import confusion_matrix, precision_recall_fscore_support

random = np.random.default_rng(5)
wilson = []
for hits, of in [(0, 1), (1, 1), (0, 10), (3, 10), (10, 10), (47, 50), (912, 1000), (9999, 10000)]:
    interval = binomtest(hits, of).proportion_ci(confidence_level=0.95, method="wilson")
    wilson.append({"hits": hits, "of": of, "low": interval.low, "high": interval.high})

residuals = np.round(random.normal(size=37) * 3 + 1, 3)
quantiles = np.quantile(residuals, [0.05, 0.25, 0.5, 0.75, 0.95]).tolist()

truth, said = random.integers(4, size=60), random.integers(4, size=60)
precision, recall, f1, support = precision_recall_fscore_support(truth, said, zero_division=0)
scores = {
    "truth": truth.tolist(), "said": said.tolist(), "confusion": confusion_matrix(truth, said).ravel().tolist(),
    "precision": precision.tolist(), "recall": recall.tolist(), "f1": f1.tolist(), "support": support.tolist(),
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps({"wilson": wilson, "residuals": residuals.tolist(), "quantiles": quantiles, "scores": scores}) + "\n")
