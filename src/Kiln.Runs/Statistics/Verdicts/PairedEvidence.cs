using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>Test, interval and probabilities that fit what the pairs have in common.</summary>
/// <param name="Test">The test.</param>
/// <param name="Interval">The interval of the mean difference.</param>
/// <param name="Rope">Probabilities of better, same and worse; null for a single pair.</param>
/// <param name="LeastCount">Pairs below which nothing is concluded.</param>
/// <param name="LeastCountForSame">Pairs below which "practically the same" is not concluded.</param>
internal sealed record PairedEvidence(PairedTest Test, PairedInterval Interval, RopeProbabilities? Rope, int LeastCount, int LeastCountForSame)
{
    // Beyond this product of values and resamples a bootstrap takes more than a blink; 2,000 resamples are enough for BCa.
    private const int DrawsAtMost = 20_000_000;

    /// <summary>Computes what fits.</summary>
    public static PairedEvidence Of(ImmutableArray<double> differences, PairedComparisonOptions options) => options.Pairing switch
    {
        Pairing.Seed => OfSeeds(differences, options),
        Pairing.Fold => OfFolds(differences, options),
        _ => OfExamples(differences, options),
    };

    private static PairedEvidence OfSeeds(ImmutableArray<double> differences, PairedComparisonOptions options)
    {
        // Holm compares the smallest p with alpha divided by the number of comparisons.
        var least = SignFlipTest.SmallestCountFor(options.Alpha / options.Comparisons);
        return new(SignFlip(differences, options), SignFlipEnds(differences, options), RopeOf(differences, options), least, SignFlipTest.SmallestCountFor(options.Alpha));
    }

    private static PairedEvidence OfFolds(ImmutableArray<double> differences, PairedComparisonOptions options)
    {
        var test = NadeauBengioTest.Of(differences, options.TestToTrain, options.Alpha);
        var ratio = options.TestToTrain ?? NadeauBengioTest.RatioOf(differences.Length);
        return new(
            new PairedTest("corrected resampled t-test (Nadeau and Bengio)", test.PValue, 0, IsExact: false),
            new PairedInterval("corrected t", test.Low, test.High, test.Level, IsApproximate: true),
            RopeOf(differences, options, correlation: ratio / (1 + ratio)),
            LeastCount: 2,
            LeastCountForSame: 2);
    }

    private static PairedEvidence OfExamples(ImmutableArray<double> differences, PairedComparisonOptions options)
    {
        var areAnswers = differences.All(difference => difference is -1 or 0 or 1);
        return new(
            areAnswers ? McNemar(differences) : SignFlip(differences, options),
            ExampleEnds(differences, areAnswers, options),
            RopeOf(differences, options),
            LeastCount: 1,
            areAnswers ? LeastAnswersForSame(options) : BootstrapInterval.SmallestCount);
    }

    private static PairedTest SignFlip(ImmutableArray<double> differences, PairedComparisonOptions options)
    {
        var test = SignFlipTest.Of(differences, options.Seed);
        return new("sign-flip test", test.PValue, test.SmallestPossible, test.IsExact);
    }

    private static PairedTest McNemar(ImmutableArray<double> differences)
    {
        var test = McNemarTest.Of(differences.Count(difference => difference < 0), differences.Count(difference => difference > 0));
        return new("McNemar's test", test.PValue, test.SmallestPossible, IsExact: true);
    }

    private static PairedInterval SignFlipEnds(ImmutableArray<double> differences, PairedComparisonOptions options)
    {
        var interval = SignFlipInterval.Of(differences, options.Alpha, options.Seed);
        return new("inverted sign-flip test", interval.Low, interval.High, interval.Level, IsApproximate: false);
    }

    private static PairedInterval ExampleEnds(ImmutableArray<double> differences, bool areAnswers, PairedComparisonOptions options)
    {
        // Resamples of answers without any disagreement agree, too: they would say that there is none anywhere.
        if (areAnswers && differences.All(difference => difference == 0))
            return WithoutDisagreement(differences.Length, options.Alpha);
        return differences.Length >= BootstrapInterval.SmallestCount ? BootstrapEnds(differences, options) : SignFlipEnds(differences, options);
    }

    private static PairedInterval WithoutDisagreement(int examples, double alpha)
    {
        var bound = 1 - Math.Pow(alpha, 1.0 / examples);
        return new("no disagreement in so many", -bound, bound, 1 - alpha, IsApproximate: false);
    }

    private static PairedInterval BootstrapEnds(ImmutableArray<double> differences, PairedComparisonOptions options)
    {
        var resamples = Math.Clamp(DrawsAtMost / differences.Length, 2_000, 9_999);
        var interval = BootstrapInterval.Bca(differences, new BootstrapOptions { Alpha = options.Alpha, Resamples = resamples, Seed = options.Seed });
        return new($"{interval.Method} bootstrap", interval.Low, interval.High, interval.Level, IsApproximate: true);
    }

    private static RopeProbabilities? RopeOf(ImmutableArray<double> differences, PairedComparisonOptions options, double correlation = 0) =>
        RopeProbabilities.Of([.. differences.Select(difference => options.HigherIsBetter ? difference : -difference)], options.Rope, correlation);

    /// <summary>
    /// So many examples without any disagreement bound the share of disagreements by the ROPE: n = ln(alpha) / ln(1 - rope), 598 for
    /// .05 and .005 (the "rule of three": Hanley and Lippman-Hand 1983, https://doi.org/10.1001/jama.1983.03330370053031).
    /// </summary>
    private static int LeastAnswersForSame(PairedComparisonOptions options) => options.Rope switch
    {
        <= 0 => int.MaxValue,
        >= 1 => 1,
        var rope => (int)Math.Min(int.MaxValue, Math.Ceiling(Math.Log(options.Alpha) / Math.Log(1 - rope))),
    };
}
