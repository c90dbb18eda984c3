"""Writes divergences.json: Kullback-Leibler divergences with gradients from torch.distributions in Python.

Run it again after adding a case:  OMP_NUM_THREADS=1 /usr/bin/python3 tests/Kiln.Torch.Tests/Distributions/golden/divergences.py
"""

import pathlib
import sys

import torch
import torch.distributions as D
from torch.distributions.kl import kl_divergence

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "golden"))
from recording import Recorder  # noqa: E402

recorder = Recorder(__file__)


def case(name, make, p, q, make_other=None):
    """The inputs are the parameters of the first distribution, then those of the second."""
    inputs = [t.double() for t in (*p, *q)]
    recorder.case(name, lambda *i: kl_divergence(make(*i[:len(p)]), (make_other or make)(*i[len(p):])), *inputs)


def t(*values):
    return torch.tensor(values)


loc, scale, other, wider = t([0.3], [-1.2]), t(0.7, 1.5, 2.2), t(0.1, -0.4, 0.9), t([1.1], [2.4])
a, b, c, d = t(0.6, 1.4, 3.5), t([2.0], [0.8]), t(1.3, 0.7, 2.0), t([0.5], [1.9])
for kind in (D.Normal, D.Laplace, D.Cauchy, D.Gumbel, D.LogNormal):
    if kind is D.LogNormal:
        case(kind.__name__, lambda m, s: D.LogNormal(m, s), [loc, scale], [other, wider])
    else:
        case(kind.__name__, kind, [loc, scale], [other, wider])
case("HalfNormal", D.HalfNormal, [scale], [wider])
case("Uniform", D.Uniform, [t(0.2, 0.5), t(0.7, 1.5)], [t(0.0, 0.6), t(1.0, 2.0)])
case("Exponential", D.Exponential, [scale], [wider])
case("Gamma", D.Gamma, [a, b], [c, d])
case("Chi2", D.Chi2, [a], [c])
case("Beta", D.Beta, [a, b], [c, d])
case("Pareto", D.Pareto, [t(0.5, 1.0), t(3.2, 1.5)], [t(0.4, 1.3), t(2.0, 2.5)])
case("Dirichlet", D.Dirichlet, [t([0.6, 1.4, 3.5], [2.0, 0.5, 1.1])], [t(1.0, 2.0, 0.7)])
case("Independent", lambda m, s: D.Independent(D.Normal(m, s), 1), [loc, scale], [other, wider])
case("MultivariateNormal", D.MultivariateNormal, [t([0.3, -1.0], [1.2, 0.4]), t([1.5, 0.4], [0.4, 0.8])], [t(0.1, 0.2), t([0.9, -0.2], [-0.2, 1.7])])
p, q = t([0.2, 0.5, 0.9], [0.7, 0.35, 0.05]), t([0.3, 0.1, 0.6], [0.4, 0.2, 0.5])
score, level = t([0.3, -1.2, 2.0], [-0.4, 1.1, 0.2]), t(0.1, 0.5, -0.7)
case("Bernoulli", D.Bernoulli, [p], [q])
case("Bernoulli certain", D.Bernoulli, [t(0.0, 1.0, 0.5)], [t(0.0, 1.0, 1.0)])
case("Bernoulli Poisson", D.Bernoulli, [p], [scale], D.Poisson)
case("Binomial", lambda n, r: D.Binomial(n.detach(), r), [t(5.0), p], [t(5.0), q])
case("Categorical", lambda l: D.Categorical(logits=l), [score], [level])
case("Categorical excluded", D.Categorical, [t(0.5, 0.5, 0.0)], [t(0.3, 0.0, 0.7)])
case("OneHotCategorical", lambda l: D.OneHotCategorical(logits=l), [score], [level])
case("Geometric", D.Geometric, [p], [q])
case("Poisson", D.Poisson, [scale], [wider])

recorder.write()
