using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace Kiln.Runs;

/// <summary>The corrected resampled t-test: whether differences over folds, which share training examples, are centred on zero.</summary>
/// <remarks>
/// Nadeau and Bengio (2003), https://doi.org/10.1023/A:1024068626366: t = mean / √((1/k + test/train) · variance) with k - 1 degrees
/// of freedom. The plain t-test takes 1/k alone, as if folds were independent, and calls far too many winners; there is no such test
/// here. It assumes differences that are near normal.
/// </remarks>
/// <param name="Mean">Mean difference.</param>
/// <param name="Scale">Standard error of the mean with the correction.</param>
/// <param name="PValue">Two-sided p, in 0..1.</param>
/// <param name="Low">Lower end of the interval of the mean difference.</param>
/// <param name="High">Upper end of the interval.</param>
/// <param name="Level">What share of such intervals covers the true mean, 1 - alpha.</param>
public sealed record NadeauBengioTest(double Mean, double Scale, double PValue, double Low, double High, double Level)
{
    /// <summary>Tests differences of folds.</summary>
    /// <param name="differences">Difference on each fold (or each random split), (k) with k of at least 2, all finite.</param>
    /// <param name="testToTrain">Test examples divided by training examples of one fold; default for k folds that share all examples: 1 / (k - 1).</param>
    /// <param name="alpha">Share of true means left out of the interval, in 0..1; default .05.</param>
    /// <returns>The test's result; where all differences are equal, p is 0 (or 1 where they are zero) and the interval a point.</returns>
    /// <exception cref="ArgumentException">There are fewer than two differences, one is not finite, or the ratio is not above 0.</exception>
    public static NadeauBengioTest Of(ImmutableArray<double> differences, double? testToTrain = null, double alpha = 0.05)
    {
        Differences.Check(differences, nameof(NadeauBengioTest));
        Runs.Level.Check(alpha, nameof(NadeauBengioTest));
        if (Differences.Deviation(differences) is not { } deviation)
            throw new ArgumentException($"{nameof(NadeauBengioTest)}: expected at least 2 folds, got 1. Train the other folds, too.");
        var folds = differences.Length;
        var ratio = testToTrain ?? RatioOf(folds);
        if (!(ratio > 0 && double.IsFinite(ratio)))
            throw new ArgumentException($"{nameof(NadeauBengioTest)}: expected test examples per training example above 0, got {ratio}. Of 5 folds it is .25.", nameof(testToTrain));
        var mean = Differences.Mean(differences);
        var scale = deviation * Math.Sqrt((1.0 / folds) + ratio);
        if (scale == 0)
            return new NadeauBengioTest(mean, 0, mean == 0 ? 1 : 0, mean, mean, 1 - alpha);
        var half = StudentQuantile.Upper(alpha / 2, folds - 1) * scale;
        var p = 2 * StudentT.CDF(0, 1, folds - 1, -Math.Abs(mean / scale));
        return new NadeauBengioTest(mean, scale, p, mean - half, mean + half, 1 - alpha);
    }

    /// <summary>Test examples per training example where k folds share all examples.</summary>
    internal static double RatioOf(int folds) => 1.0 / (folds - 1);
}
