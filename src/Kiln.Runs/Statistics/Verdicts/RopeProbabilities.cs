using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace Kiln.Runs;

/// <summary>How probable it is that B is better than A, practically the same (within a region of practical equivalence), or worse.</summary>
/// <remarks>
/// Model: differences are normal with unknown mean and variance under the reference prior, so the mean has Student's t
/// posterior with n - 1 degrees of freedom, location mean(d) and scale sd(d)/sqrt(n): Benavoli, Corani, Demšar and Zaffalon
/// (2017), https://jmlr.org/papers/v18/16-305.html. Seeds and test examples are independent: correlation 0. Folds share training
/// examples: the scale is then sd(d) sqrt(1/n + rho/(1 - rho)), rho the share of examples that a fold holds out (baycomp's
/// <c>two_on_single</c>).
/// </remarks>
/// <param name="Better">Probability that B is better by more than the width.</param>
/// <param name="Same">Probability that the difference is within the width.</param>
/// <param name="Worse">Probability that B is worse by more than the width.</param>
/// <param name="Width">Half the region's width, in the metric's unit.</param>
public sealed record RopeProbabilities(double Better, double Same, double Worse, double Width)
{
    /// <summary>Computes the three probabilities.</summary>
    /// <param name="gains">How much better B is in each pair (in the metric's good direction), (n), all finite.</param>
    /// <param name="width">Half the region's width, in the metric's unit, at least 0; default .005.</param>
    /// <param name="correlation">Correlation of the pairs, in 0..1 without 1: 0 (default) for seeds, the share held out for folds.</param>
    /// <returns>The probabilities, or null for a single pair, which has no spread.</returns>
    /// <exception cref="ArgumentException">There are no differences, or one is not finite, the width is negative, or the correlation is not in 0..1.</exception>
    public static RopeProbabilities? Of(ImmutableArray<double> gains, double width = 0.005, double correlation = 0)
    {
        Differences.Check(gains, nameof(RopeProbabilities));
        if (!(width >= 0))
            throw new ArgumentException($"{nameof(RopeProbabilities)}: expected a width of at least 0, got {width}. Give the largest difference that does not matter.", nameof(width));
        if (!(correlation >= 0 && correlation < 1))
            throw new ArgumentException($"{nameof(RopeProbabilities)}: expected a correlation from 0 to below 1, got {correlation}. Give 0 for seeds, 1/k for k folds.", nameof(correlation));
        if (Differences.Deviation(gains) is not { } deviation)
            return null;
        var mean = Differences.Mean(gains);
        if (deviation == 0)
            return new(mean > width ? 1 : 0, Math.Abs(mean) <= width ? 1 : 0, mean < -width ? 1 : 0, width);
        var scale = deviation * Math.Sqrt((1.0 / gains.Length) + (correlation / (1 - correlation)));
        var worse = StudentT.CDF(mean, scale, gains.Length - 1, -width);
        // By symmetry, so that a small probability is not the rest of a large one.
        var better = StudentT.CDF(-mean, scale, gains.Length - 1, -width);
        return new(better, Math.Max(0, 1 - better - worse), worse, width);
    }
}
