using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>Two arms compared pair by pair (the same seed, split and order in both), with a verdict in words.</summary>
/// <remarks>
/// A winner is called only where the sign-flip test rejects at alpha, so that of two equal arms at most a share alpha is called
/// different. "Practically the same" needs as many pairs as a winner would, and either the whole interval within the ROPE or a
/// probability of .95 of being there.
/// </remarks>
public sealed record PairedComparison
{
    private const double SureEnough = 0.95;

    private PairedComparison(ImmutableArray<double> a, ImmutableArray<double> b, PairedComparisonOptions options)
    {
        (A, B, Options) = (a, b, options);
        Differences = [.. a.Zip(b, (left, right) => right - left)];
        Test = SignFlipTest.Of(Differences, options.Seed);
        Interval = SignFlipInterval.Of(Differences, options.Alpha, options.Seed);
        Rope = RopeProbabilities.Of([.. Differences.Select(Gain)], options.Rope);
        Verdict = Judge();
        SeedsToAdd = Verdict == ComparisonVerdict.CannotTell ? CountMissingSeeds() : null;
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

    /// <summary>Mean of B - A, in the metric's unit.</summary>
    public double MeanDifference => Runs.Differences.Mean(Differences);

    /// <summary>Standard deviation of B - A (divided by n - 1); null for a single pair.</summary>
    public double? DifferenceDeviation => Runs.Differences.Deviation(Differences);

    /// <summary>The sign-flip test of the differences.</summary>
    public SignFlipTest Test { get; }

    /// <summary>The interval of the mean difference, by inverting that test.</summary>
    public SignFlipInterval Interval { get; }

    /// <summary>Share of pairs in which A is better than B (in the metric's good direction); a tie counts half.</summary>
    public double ProbabilityABetter => Differences.Average(difference => Gain(difference) switch { < 0 => 1.0, 0 => 0.5, _ => 0.0 });

    /// <summary>Probabilities that B is better, practically the same or worse; null for a single pair.</summary>
    public RopeProbabilities? Rope { get; }

    /// <summary>What it comes to.</summary>
    public ComparisonVerdict Verdict { get; }

    /// <summary>
    /// Where it cannot be told yet: about how many pairs to add, from the observed spread, to show the observed difference (or
    /// one as large as the ROPE, if that is larger); null where it can be told, and where more than 10,000 would be needed.
    /// </summary>
    public int? SeedsToAdd { get; }

    /// <summary>The verdict as a sentence with its reasons.</summary>
    public string Sentence => InWords(Options.NameA, Options.NameB);

    /// <summary>The verdict as a sentence with its reasons.</summary>
    /// <param name="nameA">Name of the first arm.</param>
    /// <param name="nameB">Name of the second arm.</param>
    /// <returns>The sentence.</returns>
    public string InWords(string nameA, string nameB) => VerdictWords.Of(this, nameA, nameB);

    /// <summary>Compares two arms.</summary>
    /// <param name="a">Values of the first arm, (n) with n of at least 1.</param>
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

    /// <summary>Number of pairs below which no p can reach alpha: 6 for .05.</summary>
    internal int LeastCount => SignFlipTest.SmallestCountFor(Options.Alpha);

    /// <summary>A difference in the metric's good direction.</summary>
    private double Gain(double difference) => Options.HigherIsBetter ? difference : -difference;

    private ComparisonVerdict Judge()
    {
        if (Count < LeastCount)
            return ComparisonVerdict.CannotTell;
        var isInsideRope = Interval.Low >= -Options.Rope && Interval.High <= Options.Rope;
        if (isInsideRope || Rope?.Same >= SureEnough)
            return ComparisonVerdict.PracticallySame;
        if (Test.PValue > Options.Alpha)
            return ComparisonVerdict.CannotTell;
        return Gain(MeanDifference) > 0 ? ComparisonVerdict.BBetter : ComparisonVerdict.ABetter;
    }

    private int? CountMissingSeeds()
    {
        var worthFinding = Math.Max(Math.Abs(MeanDifference), Options.Rope);
        var needed = DifferenceDeviation is { } deviation
            ? SampleSize.Pairs(worthFinding, deviation, Options.Alpha, Options.Power)
            : LeastCount;
        return needed is { } pairs ? Math.Max(1, pairs - Count) : null;
    }
}
