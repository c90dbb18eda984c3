using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>Kullback-Leibler divergences of discrete distributions, each as in PyTorch.</summary>
internal static class DivergenceOfCounts
{
    public static Tensor? Of(Distribution p, Distribution q) => (p, q) switch
    {
        (Bernoulli a, Bernoulli b) => OfBernoulli(a, b),
        (Binomial a, Binomial b) => OfBinomial(a, b),
        (Categorical a, Categorical b) => OfCategories(a.probs, a.logits, b.probs, b.logits),
        (OneHotCategorical a, OneHotCategorical b) => OfCategories(a.probs, a.logits, b.probs, b.logits),
        (Geometric a, Geometric b) => -a.entropy() - Ops.log1p(-b.probs) / a.probs - b.logits,
        (Poisson a, Poisson b) => a.rate * (a.rate.log() - b.rate.log()) - (a.rate - b.rate),
        (Bernoulli a, Poisson b) => -a.entropy() - (a.probs * b.rate.log() - b.rate),
        _ => null,
    };

    private static Tensor OfBernoulli(Bernoulli p, Bernoulli q)
    {
        var ones = p.probs * (Ops.softplus(-q.logits) - Ops.softplus(-p.logits));
        var zeros = (1 - p.probs) * (Ops.softplus(q.logits) - Ops.softplus(p.logits));
        return Settled(ones, q.probs == 0, p.probs == 0) + Settled(zeros, q.probs == 1, p.probs == 1);
    }

    private static Tensor OfCategories(Tensor pProbs, Tensor pLogits, Tensor qProbs, Tensor qLogits) =>
        Settled(pProbs * (pLogits - qLogits), qProbs == 0, pProbs == 0).sum(-1);

    private static Tensor OfBinomial(Binomial p, Binomial q)
    {
        if (Ops.any(q.total_count > p.total_count).ToBoolean())
            throw new NotImplementedException("kl_divergence: there is no formula for two Binomial distributions where the second has more trials.");
        var divergence = p.total_count * (p.probs * (p.logits - q.logits) + Ops.log1p(-p.probs) - Ops.log1p(-q.probs));
        return Ops.masked_fill(divergence, p.total_count > q.total_count, double.PositiveInfinity);
    }

    // What q excludes costs infinitely much, unless p excludes it too.
    private static Tensor Settled(Tensor terms, Tensor excludedByQ, Tensor excludedByP) =>
        Ops.masked_fill(Ops.masked_fill(terms, excludedByQ, double.PositiveInfinity), excludedByP, 0);
}
