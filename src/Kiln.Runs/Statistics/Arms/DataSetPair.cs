using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>Two arms over several data sets.</summary>
/// <param name="A">Index of the first arm.</param>
/// <param name="B">Index of the second arm, greater than the first.</param>
/// <param name="Differences">B - A on each data set, (N).</param>
/// <param name="Test">Wilcoxon's test of them.</param>
/// <param name="AdjustedPValue">Its p after Holm's correction over all pairs of arms.</param>
public sealed record DataSetPair(int A, int B, ImmutableArray<double> Differences, WilcoxonTest Test, double AdjustedPValue)
{
    internal static ImmutableArray<DataSetPair> All(IReadOnlyList<double[]> scores)
    {
        ImmutableArray<DataSetPair> pairs =
        [
            .. from a in Enumerable.Range(0, scores.Count)
               from b in Enumerable.Range(a + 1, scores.Count - a - 1)
               select Of(a, b, [.. scores[a].Zip(scores[b], (left, right) => right - left)]),
        ];
        var adjusted = HolmAdjustment.Of([.. pairs.Select(pair => pair.Test.PValue)]);
        return [.. pairs.Select((pair, i) => pair with { AdjustedPValue = adjusted[i] })];
    }

    private static DataSetPair Of(int a, int b, ImmutableArray<double> differences)
    {
        var test = WilcoxonTest.Of(differences);
        return new DataSetPair(a, b, differences, test, test.PValue);
    }
}
