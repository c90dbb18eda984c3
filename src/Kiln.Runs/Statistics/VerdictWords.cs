using System.Globalization;

namespace Kiln.Runs;

/// <summary>The sentence that says what a comparison shows and why.</summary>
internal static class VerdictWords
{
    public static string Of(PairedComparison comparison, string nameA, string nameB) => comparison.Verdict switch
    {
        ComparisonVerdict.ABetter => Winner(comparison, nameA, nameB),
        ComparisonVerdict.BBetter => Winner(comparison, nameB, nameA),
        ComparisonVerdict.PracticallySame => Same(comparison, nameA, nameB),
        _ => CannotTell(comparison),
    };

    private static string Winner(PairedComparison comparison, string winner, string loser)
    {
        var side = Math.Sign(comparison.MeanDifference);
        var (low, high) = (side * comparison.Interval.Low, side * comparison.Interval.High);
        var sentence = $"{winner} is better than {loser} by {Number(Math.Abs(comparison.MeanDifference))} "
            + $"({Level(comparison)} interval {Number(Math.Min(low, high))} to {Number(Math.Max(low, high))}, {Evidence(comparison)}).";
        return comparison.Rope is { Same: > 0.5 } rope
            ? $"{sentence} But a difference under {Number(rope.Width)} hardly matters, and this one is that small with probability {Probability(rope.Same)}."
            : sentence;
    }

    private static string Same(PairedComparison comparison, string nameA, string nameB) =>
        $"{nameA} and {nameB} are practically the same: the difference is under "
        + $"{Number(comparison.Options.Rope)} with probability {Probability(comparison.Rope!.Same)} ({Seeds(comparison.Count)}).";

    private static string CannotTell(PairedComparison comparison)
    {
        var advice = comparison.SeedsToAdd is { } seeds
            ? $"add {Seeds(seeds)}"
            : $"the difference is so small beside its spread that over {SampleSize.Largest:N0} seeds would be needed";
        return $"Cannot tell yet: {advice} ({Reason(comparison)}).";
    }

    private static string Reason(PairedComparison comparison) => comparison switch
    {
        { Count: 1 } => "a single seed shows no spread",
        _ when comparison.Count < comparison.LeastCount =>
            $"with {Seeds(comparison.Count)} no p below {Probability(comparison.Test.SmallestPossible)} is possible; mean difference {Number(comparison.MeanDifference)}",
        _ => $"mean difference {Number(comparison.MeanDifference)}, {Level(comparison)} interval {Number(comparison.Interval.Low)} to {Number(comparison.Interval.High)}, {Evidence(comparison)}",
    };

    private static string Evidence(PairedComparison comparison) =>
        $"p = {Probability(comparison.Test.PValue)}, {Seeds(comparison.Count)}";

    private static string Level(PairedComparison comparison) =>
        (100 * comparison.Interval.Level).ToString("0.###", CultureInfo.InvariantCulture) + " %";

    private static string Seeds(int count) => count == 1 ? "1 seed" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} seeds");

    private static string Number(double value) =>
        value.ToString(value != 0 && Math.Abs(value) < 0.0005 ? "0.0e+0" : "0.0000", CultureInfo.InvariantCulture);

    private static string Probability(double value) =>
        value is > 0 and < 0.001 ? "under 0.001" : value.ToString("0.###", CultureInfo.InvariantCulture);
}
