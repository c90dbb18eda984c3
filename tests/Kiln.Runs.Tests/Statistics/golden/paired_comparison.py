#!/usr/bin/python3
"""Golden values for PairedComparisonGoldenTests: writes paired_comparison.json beside itself. Needs python3-scipy."""
import itertools
import json
import pathlib

import numpy as np
import scipy
from scipy import stats

ALPHA = 0.05
ROPE = 0.005


def differences(rng, case):
    n = int(rng.integers(2, 13))
    kind = case % 5
    if kind == 0:
        values = rng.normal(0.005, 0.01, n)
    elif kind == 1:  # ties, as accuracies on 100 examples have
        values = np.round(rng.normal(0.01, 0.02, n), 2)
    elif kind == 2:
        values = rng.exponential(0.01, n) - 0.004
    elif kind == 3:  # some pairs without a difference
        values = rng.normal(0, 1, n) * (rng.random(n) < 0.7)
    else:
        values = rng.normal(0.02, 0.005, n)
    return values


def sign_flip_p(values):
    """Two-sided p of the mean by scipy over all patterns."""
    result = stats.permutation_test((values,), np.mean, permutation_type="samples", n_resamples=np.inf, vectorized=False)
    return float(result.pvalue)


def interval(values):
    """Ends of the set of means that the test does not reject, by bisection on the test itself."""
    patterns = np.array(list(itertools.product([1, -1], repeat=len(values))))
    scale = np.abs(values).max() or 1.0

    def rejected(mean):
        sums = patterns @ (values - mean)
        observed = abs(np.sum(values - mean))
        return np.mean(np.abs(sums) >= observed - 1e-12 * scale) <= ALPHA

    def end(direction):
        inside, outside = np.mean(values), np.mean(values) + direction * 10 * scale * len(values)
        if not rejected(outside):
            return None
        for _ in range(200):
            middle = (inside + outside) / 2
            inside, outside = (inside, middle) if rejected(middle) else (middle, outside)
        return float(inside)

    return end(-1), end(1)


def rope(values):
    n, sd = len(values), np.std(values, ddof=1)
    if sd == 0:
        return None
    posterior = stats.t(n - 1, np.mean(values), sd / np.sqrt(n))
    return [float(posterior.sf(ROPE)), float(posterior.cdf(ROPE) - posterior.cdf(-ROPE)), float(posterior.cdf(-ROPE))]


def pairs_for_power(effect, power=0.8):
    """Smallest n at which the two-sided paired t-test has the power, by the noncentral t distribution."""
    n = 2
    while True:
        critical = stats.t.ppf(1 - ALPHA / 2, n - 1)
        shift = effect * np.sqrt(n)
        if stats.nct.sf(critical, n - 1, shift) + stats.nct.cdf(-critical, n - 1, shift) >= power:
            return n
        n += 1


def main():
    rng = np.random.default_rng(20261122)
    cases = []
    for case in range(200):
        values = differences(rng, case)
        low, high = interval(values)
        cases.append({
            "differences": values.tolist(),
            "p": sign_flip_p(values),
            "low": low,
            "high": high,
            "rope": rope(values),
        })
    sizes = [{"effect": effect, "pairs": pairs_for_power(effect)} for effect in (0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 1.1)]
    golden = {"scipy": scipy.__version__, "cases": cases, "sizes": sizes}
    path = pathlib.Path(__file__).with_suffix(".json")
    path.write_text(json.dumps(golden, indent=1) + "\n")


if __name__ == "__main__":
    main()
