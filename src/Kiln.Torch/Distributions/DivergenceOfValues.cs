using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>Kullback-Leibler divergences of continuous distributions, each as in PyTorch.</summary>
internal static class DivergenceOfValues
{
    public static Tensor? Of(Distribution p, Distribution q) => (p, q) switch
    {
        (Normal a, Normal b) => OfNormal(a.loc, a.scale, b.loc, b.scale),
        (LogNormal a, LogNormal b) => OfNormal(a.loc, a.scale, b.loc, b.scale),
        (HalfNormal a, HalfNormal b) => OfNormal(Ops.zeros_like(a.scale), a.scale, Ops.zeros_like(b.scale), b.scale),
        (Laplace a, Laplace b) => OfLaplace(a, b),
        (Cauchy a, Cauchy b) => ((a.scale + b.scale).pow(2) + (a.loc - b.loc).pow(2)).log() - (4 * a.scale * b.scale).log(),
        (Gumbel a, Gumbel b) => OfGumbel(a, b),
        (Uniform a, Uniform b) => Ops.masked_fill(((b.high - b.low) / (a.high - a.low)).log(), Ops.logical_or(b.low > a.low, b.high < a.high), double.PositiveInfinity),
        (Exponential a, Exponential b) => -(b.rate / a.rate).log() + b.rate / a.rate - 1,
        (Gamma a, Gamma b) => OfGamma(a, b),
        (Pareto a, Pareto b) => OfPareto(a, b),
        (Beta a, Beta b) => OfDirichlet(Ops.stack([a.concentration1, a.concentration0], -1), Ops.stack([b.concentration1, b.concentration0], -1)),
        (Dirichlet a, Dirichlet b) => OfDirichlet(a.concentration, b.concentration),
        (MultivariateNormal a, MultivariateNormal b) => OfVectors(a, b),
        (Independent a, Independent b) when a.Dimensions == b.Dimensions => DistributionMath.SumRightmost(kl_divergence(a.base_dist, b.base_dist), a.Dimensions),
        _ => null,
    };

    private static Tensor OfNormal(Tensor pLoc, Tensor pScale, Tensor qLoc, Tensor qScale)
    {
        var ratio = (pScale / qScale).pow(2);
        return 0.5 * (ratio + ((pLoc - qLoc) / qScale).pow(2) - 1 - ratio.log());
    }

    private static Tensor OfLaplace(Laplace p, Laplace q)
    {
        var (ratio, apart) = (p.scale / q.scale, (p.loc - q.loc).abs());
        return -ratio.log() + apart / q.scale + ratio * (-apart / p.scale).exp() - 1;
    }

    private static Tensor OfGumbel(Gumbel p, Gumbel q)
    {
        var (ratio, apart) = (p.scale / q.scale, (q.loc - p.loc) / q.scale);
        return -ratio.log() - apart + ratio * DistributionMath.Euler + (apart + Ops.lgamma(1 + ratio)).exp() - (1 + DistributionMath.Euler);
    }

    private static Tensor OfGamma(Gamma p, Gamma q) =>
        q.concentration * (p.rate / q.rate).log() + Ops.lgamma(q.concentration) - Ops.lgamma(p.concentration)
        + (p.concentration - q.concentration) * Ops.digamma(p.concentration) + (q.rate - p.rate) * (p.concentration / p.rate);

    private static Tensor OfPareto(Pareto p, Pareto q)
    {
        var ratio = q.alpha / p.alpha;
        var divergence = q.alpha * (p.scale / q.scale).log() - ratio.log() + ratio - 1;
        return Ops.masked_fill(divergence, p.scale < q.scale, double.PositiveInfinity);
    }

    private static Tensor OfDirichlet(Tensor p, Tensor q)
    {
        var (pTotal, qTotal) = (p.sum(-1), q.sum(-1));
        var slope = Ops.digamma(p) - Ops.unsqueeze(Ops.digamma(pTotal), -1);
        return Ops.lgamma(pTotal) - Ops.lgamma(qTotal) - (Ops.lgamma(p) - Ops.lgamma(q)).sum(-1) + ((p - q) * slope).sum(-1);
    }

    private static Tensor OfVectors(MultivariateNormal p, MultivariateNormal q)
    {
        var spread = Ops.linalg_solve_triangular(q.Factored, p.Factored, upper: false).pow(2).sum([-2, -1]);
        var apart = Ops.linalg_solve_triangular(q.Factored, Ops.unsqueeze(q.loc - p.loc, -1), upper: false).pow(2).sum([-2, -1]);
        return q.HalfLogDeterminant() - p.HalfLogDeterminant() + 0.5 * (spread + apart - p.event_shape[0]);
    }
}
