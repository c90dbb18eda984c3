using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>Two arms compared pair by pair (the same seed, fold or test example in both), with a verdict in words.</summary>
/// <remarks>
/// A winner is called only where the test that fits the pairs rejects at alpha, so that of two equal arms at most a share alpha is
/// called different: over seeds the sign-flip test, over folds the corrected resampled t-test, over test examples McNemar's (the
/// sign-flip test where answers are not right or wrong). "Practically the same" needs as many pairs as a winner would, and either
/// the whole interval within the ROPE or a probability of .95 of being there.
/// </remarks>
public sealed record PairedComparison
{
    private const double SureEnough = 0.95;

    private readonly PairedEvidence _evidence;

    private PairedComparison(ImmutableArray<double> a, ImmutableArray<double> b, PairedComparisonOptions options)
    {
        (A, B, Options) = (a, b, options);
        Differences = [.. a.Zip(b, (left, right) => right - left)];
        _evidence = PairedEvidence.Of(Differences, options);
        AdjustedPValue = Test.PValue;
    }

    /// <summary>The first arm's values, (n).</summary>
    public ImmutableArray<double> A { get; }

    /// <summary>The second arm's values, (n), in the same order of pairs.</summary>
    public ImmutableArray<double> B { get; }

    /// <summary>How it is judged and worded.</summary>
    public PairedComparisonOptions Options { get; }

    /// <summary>B - A of each pair, (n), in the metric's unit.</summary>
    public ImmutableArray<double> Differences { get; }

    /// <summary>Number of pairs.</summary>
    public int Count => Differences.Length;

    /// <summary>Pairs without a difference, which cannot speak for either arm.</summary>
    public int Ties => Differences.Count(difference => difference == 0);

    /// <summary>Mean of B - A, in the metric's unit.</summary>
    public double MeanDifference => Runs.Differences.Mean(Differences);

    /// <summary>Standard deviation of B - A (divided by n - 1); null for a single pair.</summary>
    public double? DifferenceDeviation => Runs.Differences.Deviation(Differences);

    /// <summary>The test of the differences.</summary>
    public PairedTest Test => _evidence.Test;

    /// <summary>The test's p after Holm's adjustment for the other comparisons made with this one; the same p where there are none.</summary>
    public double AdjustedPValue { get; internal init; }

    /// <summary>The interval of the mean difference, of this comparison by itself.</summary>
    public PairedInterval Interval => _evidence.Interval;

    /// <summary>Share of pairs in which A is better than B (in the metric's good direction); a tie counts half.</summary>
    public double ProbabilityABetter => Differences.Average(difference => Gain(difference) switch { < 0 => 1.0, 0 => 0.5, _ => 0.0 });

    /// <summary>Probabilities that B is better, practically the same or worse; null for a single pair.</summary>
    public RopeProbabilities? Rope => _evidence.Rope;

    /// <summary>What it comes to.</summary>
    public ComparisonVerdict Verdict => Judge();

    /// <summary>
    /// Where it cannot be told yet: about how many pairs (seeds, test examples) to add, from the observed spread, to show the observed
    /// difference (or one as large as the ROPE, if that is larger); null where it can be told, where more than
    /// 10,000 pairs would be needed, and for folds, more of which do not help.
    /// </summary>
    public int? PairsToAdd => Verdict == ComparisonVerdict.CannotTell && Options.Pairing != Pairing.Fold ? CountMissingPairs() : null;

    /// <summary>The verdict as a sentence with its reasons.</summary>
    public string Sentence => InWords(Options.NameA, Options.NameB);

    /// <summary>The verdict as a sentence with its reasons.</summary>
    /// <param name="nameA">Name of the first arm.</param>
    /// <param name="nameB">Name of the second arm.</param>
    /// <returns>The sentence.</returns>
    public string InWords(string nameA, string nameB) => VerdictWords.Of(this, nameA, nameB);

    /// <summary>Compares two arms.</summary>
    /// <param name="a">Values of the first arm, (n) with n of at least 1 (of folds 2); of test examples 1 for right and 0 for wrong, or a loss.</param>
    /// <param name="b">Values of the second arm, (n), pair by pair with the first.</param>
    /// <param name="options">How to judge; default <see cref="PairedComparisonOptions"/>'s defaults.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">The lengths differ, there are no values, or one is not finite.</exception>
    public static PairedComparison Of(IReadOnlyList<double> a, IReadOnlyList<double> b, PairedComparisonOptions? options = null)
    {
        if (a.Count != b.Count)
            throw new ArgumentException($"PairedComparison: expected as many values of B as of A ({a.Count}), got {b.Count}. Pair the runs by their seeds first.");
        return new PairedComparison([.. a], [.. b], options ?? new PairedComparisonOptions());
    }

    /// <summary>Number of pairs below which no p can reach alpha: 6 seeds for .05.</summary>
    internal int LeastCount => _evidence.LeastCount;

    /// <summary>A difference in the metric's good direction.</summary>
    private double Gain(double difference) => Options.HigherIsBetter ? difference : -difference;

    private ComparisonVerdict Judge()
    {
        var isInsideRope = Interval.Low >= -Options.Rope && Interval.High <= Options.Rope;
        if (Count >= _evidence.LeastCountForSame && (isInsideRope || Rope?.Same >= SureEnough))
            return ComparisonVerdict.PracticallySame;
        if (Count < LeastCount || AdjustedPValue > Options.Alpha)
            return ComparisonVerdict.CannotTell;
        return Gain(MeanDifference) > 0 ? ComparisonVerdict.BBetter : ComparisonVerdict.ABetter;
    }

    private int? CountMissingPairs()
    {
        var worthFinding = Math.Max(Math.Abs(MeanDifference), Options.Rope);
        var alpha = Options.Alpha / Options.Comparisons;
        var needed = DifferenceDeviation is { } deviation ? SampleSize.Pairs(worthFinding, deviation, alpha, Options.Power) : LeastCount;
        // A difference as small as this may come to "practically the same", which has a least number of its own.
        if (Math.Abs(MeanDifference) <= Options.Rope)
            needed = needed is { } found && _evidence.LeastCountForSame <= SampleSize.Largest ? Math.Max(found, _evidence.LeastCountForSame) : null;
        return needed is { } pairs ? Math.Max(1, pairs - Count) : null;
    }
}
