"""Histograms from python3-torch's own make_histogram, which is taken from its source: importing it would need tensorboard.

Writes histograms.json beside this file:  /usr/bin/python3 histograms.py
"""
import ast
import json
import pathlib

import numpy as np
import torch

HERE = pathlib.Path(__file__).parent
SOURCE = pathlib.Path(torch.__file__).parent / "utils/tensorboard/summary.py"

# NumPy 1.24 no longer compares into a type that is given; the truth values add up to the same.
tree = ast.parse(SOURCE.read_text().replace("np.greater(counts, 0, dtype=np.int32)", "np.greater(counts, 0)"))
space = {"np": np, "HistogramProto": dict}
function = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "make_histogram")
exec(compile(ast.Module([function], []), str(SOURCE), "exec"), space)

# As in the constructor of torch.utils.tensorboard's SummaryWriter.
edges, edge = [], 1e-12
while edge < 1e20:
    edges.append(edge)
    edge *= 1.1
tensorflow = [-e for e in edges[::-1]] + [0] + edges

# Quarters: sums are exact, and many values lie on edges.
values = {
    "bell": [round(x * 4) / 4 for x in np.random.default_rng(1).normal(0.3, 2, 200).tolist()],
    "skewed": [round(x * 4) / 4 for x in np.random.default_rng(2).exponential(3, 150).tolist()],
    "one": [2.5],
    "same": [1.5] * 9,
    "positive": [1, 2, 3, 4.75],
    "zeros and negative": [0, 0, -1, -8.25],
}
rules = {"Tensorflow": tensorflow, "Doane": "doane", "Rice": "rice", "Scott": "scott", "Sqrt": "sqrt", "Stone": "stone", "Sturges": "sturges"}
cases = []
for name, numbers in values.items():
    for rule, bins in rules.items():
        for most in (None, 3, 20):
            histogram = space["make_histogram"](np.array(numbers, dtype=float), bins, most)
            cases.append({"name": name, "bins": rule, "max_bins": most, **{key: np.asarray(value).tolist() for key, value in histogram.items()}})
(HERE / "histograms.json").write_text(json.dumps({"values": values, "cases": cases}) + "\n")
