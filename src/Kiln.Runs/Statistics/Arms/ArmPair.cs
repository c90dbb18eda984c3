using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>Two of several arms.</summary>
/// <param name="A">Index of the first arm.</param>
/// <param name="B">Index of the second arm, greater than the first.</param>
/// <param name="Comparison">Their comparison; its verdict rests on the p with Holm's correction.</param>
public sealed record ArmPair(int A, int B, PairedComparison Comparison)
{
    /// <summary>Every two arms, with Holm's correction over all of them.</summary>
    internal static ImmutableArray<ArmPair> All(ImmutableArray<ArmScores> arms, PairedComparisonOptions options) => Compared(arms, options,
    [
        .. from a in Enumerable.Range(0, arms.Length)
           from b in Enumerable.Range(a + 1, arms.Length - a - 1)
           select (a, b),
    ]);

    /// <summary>The first arm with each of the others, with Holm's correction over these.</summary>
    internal static ImmutableArray<ArmPair> WithFirst(ImmutableArray<ArmScores> arms, PairedComparisonOptions options) =>
        Compared(arms, options, [.. Enumerable.Range(1, arms.Length - 1).Select(b => (0, b))]);

    private static ImmutableArray<ArmPair> Compared(ImmutableArray<ArmScores> arms, PairedComparisonOptions options, IReadOnlyList<(int A, int B)> chosen)
    {
        ArmPair[] pairs =
        [
            .. from pair in chosen
               let named = options with { NameA = arms[pair.A].Name, NameB = arms[pair.B].Name, Comparisons = chosen.Count }
               select new ArmPair(pair.A, pair.B, PairedComparison.Of(arms[pair.A].Values, arms[pair.B].Values, named)),
        ];
        var adjusted = HolmAdjustment.Of([.. pairs.Select(pair => pair.Comparison.Test.PValue)]);
        return [.. pairs.Select((pair, i) => pair with { Comparison = pair.Comparison with { AdjustedPValue = adjusted[i] } })];
    }
}
