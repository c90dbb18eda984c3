using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>Two of several arms.</summary>
/// <param name="A">Index of the first arm.</param>
/// <param name="B">Index of the second arm, greater than the first.</param>
/// <param name="Comparison">Their comparison; its verdict rests on the p with Holm's correction.</param>
public sealed record ArmPair(int A, int B, PairedComparison Comparison)
{
    /// <summary>Every two arms, with Holm's correction over all of them.</summary>
    internal static ImmutableArray<ArmPair> All(ImmutableArray<ArmScores> arms, PairedComparisonOptions options)
    {
        var comparisons = arms.Length * (arms.Length - 1) / 2;
        ImmutableArray<ArmPair> pairs =
        [
            .. from a in Enumerable.Range(0, arms.Length)
               from b in Enumerable.Range(a + 1, arms.Length - a - 1)
               let chosen = options with { NameA = arms[a].Name, NameB = arms[b].Name, Comparisons = comparisons }
               select new ArmPair(a, b, PairedComparison.Of(arms[a].Values, arms[b].Values, chosen)),
        ];
        var adjusted = HolmAdjustment.Of([.. pairs.Select(pair => pair.Comparison.Test.PValue)]);
        return [.. pairs.Select((pair, i) => pair with { Comparison = pair.Comparison with { AdjustedPValue = adjusted[i] } })];
    }
}
