"""Writes distributions.json: what torch.distributions gives in Python, with gradients, and samples for a seed.

Run it again after adding a case:  OMP_NUM_THREADS=1 /usr/bin/python3 tests/Kiln.Torch.Tests/Distributions/golden/distributions.py
"""

import pathlib
import sys

import torch
import torch.distributions as D

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "golden"))
from recording import Recorder  # noqa: E402

torch.manual_seed(2027)
recorder = Recorder(__file__)

ALWAYS = ("mean", "variance")
MEMBERS = {
    "mean": lambda d: d.mean,
    "variance": lambda d: d.variance,
    "stddev": lambda d: d.stddev,
    "mode": lambda d: d.mode,
    "entropy": lambda d: d.entropy(),
    "perplexity": lambda d: d.perplexity(),
    "support": lambda d: d.enumerate_support(),
    "support unexpanded": lambda d: d.enumerate_support(expand=False),
    "log_prob": lambda d, v: d.log_prob(v),
    "cdf": lambda d, v: d.cdf(v),
    "icdf": lambda d, v: d.icdf(v),
    "sample": lambda d: d.sample((3,)),
    "rsample": lambda d: d.rsample((3,)),
}
FRACTIONS = torch.tensor([[0.12, 0.5, 0.93]])


def record(name, make, parameters, values, members):
    """Formulas in double precision; samples in single, as programs draw them."""
    count = len(parameters)
    for member in members.split(","):
        member = member.strip()
        function = MEMBERS[member]
        given = list(parameters)
        if member in ("log_prob", "cdf"):
            given.append(values)
        if member == "icdf":
            given.append(FRACTIONS)
        convert = (lambda t: t.float()) if "sample" in member else (lambda t: t.double())
        given = [convert(t) if t.is_floating_point() else t for t in given]
        recorder.case(f"{name} {member}", lambda *i, function=function: function(make(*i[:count]), *i[count:]), *given)


def t(*values):
    return torch.tensor(values)


loc, scale = t([0.3], [-1.2]), t(0.7, 1.5, 2.2)
real, positive, unit = t(-1.5, 0.4, 2.5), t(0.2, 1.1, 3.0), t(0.15, 0.5, 0.85)
a, b = t(0.6, 1.4, 3.5), t([2.0], [0.8])
moments = "mean, variance, stddev, mode, entropy, log_prob, rsample"
record("Normal", D.Normal, [loc, scale], real, moments + ", perplexity, cdf, icdf, sample")
record("Laplace", D.Laplace, [loc, scale], real, moments + ", cdf, icdf")
record("Cauchy", D.Cauchy, [loc, scale], real, "mean, variance, mode, entropy, log_prob, cdf, icdf, rsample")
record("Gumbel", D.Gumbel, [loc, scale], real, moments + ", icdf")
record("Uniform", D.Uniform, [loc, loc + scale + 3], t(0.3, 0.6, 1.7), "mean, variance, stddev, mode, entropy, log_prob, cdf, icdf, rsample")
record("HalfNormal", D.HalfNormal, [scale], positive, moments + ", cdf, icdf")
record("HalfCauchy", D.HalfCauchy, [scale], positive, "mean, mode, entropy, log_prob, cdf, icdf, rsample")
record("LogNormal", D.LogNormal, [loc, scale], positive, moments + ", cdf, icdf")
record("Exponential", D.Exponential, [scale], positive, moments + ", cdf, icdf")
record("Gamma", D.Gamma, [a, b], positive, moments)
record("Chi2", D.Chi2, [a * 2], positive, moments)
record("FisherSnedecor", D.FisherSnedecor, [t(3.0, 1.5, 5.0), t([6.5], [3.0])], positive, "mean, variance, mode, log_prob, rsample")
record("Pareto", D.Pareto, [t(0.5, 1.0, 0.2), t([3.2], [1.5])], t(0.7, 2.5, 4.0), "mean, variance, mode, entropy, log_prob, cdf, icdf, rsample")
record("Weibull", D.Weibull, [scale, t([1.4], [2.3])], positive, "mean, variance, mode, entropy, log_prob, cdf, icdf, rsample")
record("Beta", D.Beta, [a, b], unit, moments)
record("Kumaraswamy", D.Kumaraswamy, [a, b], unit, "mean, variance, entropy, log_prob, cdf, icdf, rsample")
record("Dirichlet", D.Dirichlet, [t([0.6, 1.4, 3.5], [2.0, 0.5, 1.1])], t([0.2, 0.3, 0.5], [0.1, 0.8, 0.1]), moments)
record("Dirichlet below one", D.Dirichlet, [t([0.6, 0.4, 0.5], [0.2, 0.9, 0.1])], unit, "mode")
record("Poisson", D.Poisson, [scale * 2], t(0.0, 2.0, 5.0), "mean, variance, mode, log_prob, sample")

p, score = t([0.2, 0.5, 0.9], [0.7, 0.35, 0.05]), t([0.3, -1.2, 2.0], [-0.4, 1.1, 0.2])
bits, counts = t(0.0, 1.0, 1.0), t(0.0, 2.0, 5.0)
trials, failures = t(7.0), t(2.0, 4.5, 3.0)
both = "mean, variance, log_prob, sample"
record("Bernoulli probs", D.Bernoulli, [p], bits, both + ", mode, entropy, perplexity, support, support unexpanded")
record("Bernoulli logits", lambda l: D.Bernoulli(logits=l), [score], bits, both + ", entropy")
record("Geometric probs", D.Geometric, [p], counts, both + ", mode, entropy")
record("Geometric logits", lambda l: D.Geometric(logits=l), [score], counts, both + ", entropy")
record("Binomial probs", D.Binomial, [trials, p], counts, both + ", mode, entropy, support, support unexpanded")
record("Binomial logits", lambda n, l: D.Binomial(n, logits=l), [trials, score], counts, both)
record("NegativeBinomial probs", D.NegativeBinomial, [failures, p], counts, both + ", mode")
record("NegativeBinomial logits", lambda n, l: D.NegativeBinomial(n, logits=l), [failures, score], counts, both)
classes, vectors = torch.tensor([2, 0]), t([0.0, 0.0, 1.0], [1.0, 0.0, 0.0])
record("Categorical probs", D.Categorical, [p], classes, both + ", mode, entropy, support, support unexpanded")
record("Categorical logits", lambda l: D.Categorical(logits=l), [score], classes, both + ", entropy")
record("OneHotCategorical probs", D.OneHotCategorical, [p], vectors, both + ", mode, entropy, support, support unexpanded")
record("OneHotCategorical logits", lambda l: D.OneHotCategorical(logits=l), [score], vectors, both + ", entropy")
record("Multinomial probs", lambda q: D.Multinomial(5, q), [p], t([1.0, 3.0, 1.0], [0.0, 5.0, 0.0]), both + ", entropy")
record("Multinomial logits", lambda l: D.Multinomial(5, logits=l), [score], t([1.0, 3.0, 1.0], [0.0, 5.0, 0.0]), both)

warm = t(0.7)
record("LogitRelaxedBernoulli probs", D.LogitRelaxedBernoulli if hasattr(D, "LogitRelaxedBernoulli") else D.relaxed_bernoulli.LogitRelaxedBernoulli, [warm, p], real, "log_prob, rsample")
record("LogitRelaxedBernoulli logits", lambda w, l: D.relaxed_bernoulli.LogitRelaxedBernoulli(w, logits=l), [warm, score], real, "log_prob, rsample")
record("RelaxedBernoulli probs", D.RelaxedBernoulli, [warm, p], unit, "log_prob, rsample")
record("RelaxedBernoulli logits", lambda w, l: D.RelaxedBernoulli(w, logits=l), [warm, score], unit, "log_prob, rsample")
simplex = t([0.2, 0.3, 0.5], [0.1, 0.8, 0.1])
record("ExpRelaxedCategorical probs", D.relaxed_categorical.ExpRelaxedCategorical, [warm, p], simplex.log(), "log_prob, rsample")
record("RelaxedOneHotCategorical probs", D.RelaxedOneHotCategorical, [warm, p], simplex, "log_prob, rsample")
record("RelaxedOneHotCategorical logits", lambda w, l: D.RelaxedOneHotCategorical(w, logits=l), [warm, score], simplex, "log_prob, rsample")

center = t([0.3, -1.0], [1.2, 0.4], [0.0, 0.0])
covariance = t([1.5, 0.4], [0.4, 0.8])
lower = t([[1.2, 0.0], [0.5, 0.7]], [[0.9, 0.0], [-0.3, 1.1]], [[1.0, 0.0], [0.2, 0.6]])
point = t([0.5, 0.2])
record("MultivariateNormal covariance", D.MultivariateNormal, [center, covariance], point, "mean, variance, stddev, mode, entropy, log_prob, rsample")
record("MultivariateNormal precision", lambda m, q: D.MultivariateNormal(m, precision_matrix=q), [center, covariance], point, "variance, entropy, log_prob, rsample")
record("MultivariateNormal factor", lambda m, l: D.MultivariateNormal(m, scale_tril=l), [center, lower], point, "variance, entropy, log_prob, rsample")
record("Independent", lambda m, s: D.Independent(D.Normal(m, s), 1), [loc, scale], real, "mean, variance, stddev, mode, entropy, log_prob, rsample, sample")

recorder.write()
