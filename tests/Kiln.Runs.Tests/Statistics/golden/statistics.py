#!/usr/bin/python3
"""Golden values for StatisticsGoldenTests: writes statistics.json beside itself. Needs python3-scipy.

200 seeded cases of each statistic. Where scipy lacks one, it is computed here from scipy's and numpy's own parts. Bootstraps draw
with a generator so simple that the tests have it, too: state = 1664525 state + 1013904223 (mod 2^32), index = state n / 2^32.
"""
import json
import pathlib
import warnings

import numpy as np
import scipy
from scipy import special, stats
from scipy.stats import _resampling

CASES = 200
RESAMPLES = 199
ALPHAS = (0.05, 0.01, 0.1)


class Draws:
    """Stands in for a random state."""

    def __init__(self):
        self.state = 1

    def index(self, n):
        self.state = (1664525 * self.state + 1013904223) % 2**32
        return self.state * n >> 32

    def indices(self, rows, n):
        return np.array([[self.index(n) for _ in range(n)] for _ in range(rows)])


def differences(rng, case, largest=30):
    n = int(rng.integers(2, largest + 1))
    kind = case % 6
    if kind == 0:
        values = rng.normal(0.005, 0.01, n)
    elif kind == 1:  # ties and zeros, as accuracies on 100 examples have
        values = np.round(rng.normal(0.01, 0.02, n), 2)
    elif kind == 2:
        values = rng.exponential(0.01, n) - 0.004
    elif kind == 3:  # some pairs without a difference
        values = rng.normal(0, 1, n) * (rng.random(n) < 0.7)
    elif kind == 4:
        values = rng.laplace(0, 1, n)
    else:  # answers of two classifiers
        values = rng.integers(-1, 2, n)
    return np.round(values, 5) + 0.0


def t_ends(mean, scale, freedom, alpha):
    """Of scipy 1.10's t.ppf only nine digits are right (cdflib); this quantile is scipy's, too, and right to the last."""
    x = special.betaincinv(freedom / 2, 0.5, alpha)
    half = np.sqrt(freedom * (1 - x) / x) * scale
    return mean - half, mean + half


def wilcoxon(values):
    kept = values[values != 0]
    if len(kept) == 0:
        return None
    exact = len(kept) == len(values) and len(np.unique(np.abs(values))) == len(values)
    result = stats.wilcoxon(values, mode="exact" if exact else "approx")
    return [float(result.statistic), float(result.pvalue)]


def nadeau_bengio(values, ratio, alpha):
    n, mean, sd = len(values), np.mean(values), np.std(values, ddof=1)
    if sd == 0:
        return None
    scale = sd * np.sqrt(1 / n + ratio)
    low, high = t_ends(mean, scale, n - 1, alpha)
    return [float(2 * stats.t.sf(abs(mean / scale), n - 1)), float(low), float(high)]


def correlated_rope(values, correlation, width):
    """Benavoli et al. (2017), eq. 8."""
    n, mean, sd = len(values), np.mean(values), np.std(values, ddof=1)
    if sd == 0:
        return None
    posterior = stats.t(n - 1, mean, sd * np.sqrt(1 / n + correlation / (1 - correlation)))
    return [float(posterior.sf(width)), float(posterior.cdf(width) - posterior.cdf(-width)), float(posterior.cdf(-width))]


def bootstrap(values, method, alpha):
    # Whole numbers add up without rounding, so that resamples tie with the sample or they do not.
    values = np.rint(values * 1e5)
    draws = Draws()
    _resampling.rng_integers = lambda state, low, high, size: draws.indices(size[0], size[1])
    result = stats.bootstrap((values,), np.mean, axis=-1, vectorized=True, method=method, n_resamples=RESAMPLES, confidence_level=1 - alpha)
    ends = result.confidence_interval
    return [float(ends.low / 1e5), float(ends.high / 1e5)] if np.isfinite([ends.low, ends.high]).all() else None


def one_sample(rng, case):
    values = differences(rng, case)
    alpha = ALPHAS[case % 3]
    n, mean, sd = len(values), np.mean(values), np.std(values, ddof=1)
    ratio, correlation, width = round(float(rng.uniform(0.05, 1)), 3), round(float(rng.uniform(0, 0.5)), 3), round(abs(mean) * float(rng.uniform(0, 2)), 5)
    low, high = t_ends(mean, stats.sem(values), n - 1, alpha)
    return {
        "values": values.tolist(),
        "alpha": alpha,
        "t": [float(mean), float(sd), float(low), float(high)],
        "wilcoxon": wilcoxon(values),
        "ratio": ratio,
        "nadeau_bengio": nadeau_bengio(values, ratio, alpha),
        "correlation": correlation,
        "width": width,
        "rope": correlated_rope(values, correlation, width),
        "percentile": bootstrap(values, "percentile", alpha),
        "bca": bootstrap(values, "bca", alpha),
    }


def mcnemar(rng):
    top = int(rng.choice([3, 12, 60, 400]))
    a, b = (int(value) for value in rng.integers(0, top, 2))
    return [a, b, float(stats.binomtest(a, a + b).pvalue) if a + b else 1.0]


def holm(rng):
    p = np.round(rng.random(int(rng.integers(1, 9))) ** 3, int(rng.integers(2, 6)))
    order = np.argsort(p, kind="stable")
    steps = np.maximum.accumulate(np.minimum(1, p[order] * (len(p) - np.arange(len(p)))))
    adjusted = np.empty(len(p))
    adjusted[order] = steps
    return {"p": p.tolist(), "adjusted": adjusted.tolist()}


def friedman(rng, case):
    arms, sets = int(rng.integers(3, 9)), int(rng.integers(2, 16))
    scores = np.round(rng.normal(0.8, 0.05, (arms, sets)) + np.linspace(0, 0.05, arms)[:, None] * (case % 3), 2 if case % 2 else 4)
    ranks = np.apply_along_axis(stats.rankdata, 0, -scores)
    chi, p = stats.friedmanchisquare(*scores) if len(np.unique(scores)) > 1 else (0.0, 1.0)
    return {"scores": scores.tolist(), "ranks": ranks.mean(axis=1).tolist(), "chi": float(chi), "p": float(p)}


def nemenyi(rng):
    arms, sets = int(rng.integers(2, 16)), int(rng.integers(2, 40))
    alpha, apart = float(rng.choice(ALPHAS)), round(float(rng.uniform(0, arms - 1)), 3)
    error = np.sqrt(arms * (arms + 1) / (6 * sets))
    distance = stats.studentized_range.ppf(1 - alpha, arms, np.inf) / np.sqrt(2) * error
    p = stats.studentized_range.sf(apart / error * np.sqrt(2), arms, np.inf)
    return [arms, sets, alpha, float(distance), apart, float(p)]


def interquartile_mean(rng, case):
    rows = [np.round(rng.normal(0.7, 0.1, int(rng.integers(1, 7))), 2 + case % 3) for _ in range(int(rng.integers(1, 5)))]
    draws = Draws()
    means = [stats.trim_mean(np.concatenate([row[[draws.index(len(row)) for _ in row]] for row in rows]), 0.25) for _ in range(RESAMPLES)]
    low, high = np.percentile(means, [2.5, 97.5])
    return {"rows": [row.tolist() for row in rows], "golden": [float(stats.trim_mean(np.concatenate(rows), 0.25)), float(low), float(high)]}


def sample_size(rng):
    """Guenther (1981)."""
    effect, alpha, power = round(float(rng.uniform(0.05, 3)), 3), float(rng.choice(ALPHAS)), float(rng.choice([0.7, 0.8, 0.9]))
    z, z_power = stats.norm.ppf(1 - alpha / 2), stats.norm.ppf(power)
    return [effect, alpha, power, int(np.ceil(((z + z_power) / effect) ** 2 + z * z / 2))]


def wilson(rng, case):
    n = int(rng.choice([1, 5, 20, 360, 10000]))
    hits, alpha = int(rng.integers(0, n + 1)) if case % 4 else n, float(rng.choice(ALPHAS))
    ends = stats.binomtest(hits, n).proportion_ci(1 - alpha, "wilson")
    return [hits, n, alpha, float(ends.low), float(ends.high)]


def main():
    warnings.simplefilter("ignore")
    rng = np.random.default_rng(20261123)
    golden = {
        "scipy": scipy.__version__,
        "one_sample": [one_sample(rng, case) for case in range(CASES)],
        "mcnemar": [mcnemar(rng) for _ in range(CASES)],
        "holm": [holm(rng) for _ in range(CASES)],
        "friedman": [friedman(rng, case) for case in range(CASES)],
        "nemenyi": [nemenyi(rng) for _ in range(CASES)],
        "iqm": [interquartile_mean(rng, case) for case in range(CASES)],
        "sample_size": [sample_size(rng) for _ in range(CASES)],
        "wilson": [wilson(rng, case) for case in range(CASES)],
    }
    lines = ",\n".join(f"{json.dumps(name)}:{json.dumps(value, separators=(',', ':'))}" for name, value in golden.items())
    pathlib.Path(__file__).with_suffix(".json").write_text("{" + lines + "}\n")


if __name__ == "__main__":
    main()
