using Kiln.Charts;
using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary>The picture of a comparison over data sets: ranks of three or more arms, differences of two.</summary>
internal static class DataSetsCharts
{
    /// <summary>A critical-difference diagram; of two arms, whose ranks say little, a row for each data set.</summary>
    public static Chart Of(DataSetsComparison comparison) =>
        comparison.Statistics.CriticalDifference is { } critical ? Ranks(comparison, critical) : Differences(comparison);

    private static CriticalDifferenceDiagram Ranks(DataSetsComparison comparison, CriticalDifference critical) => new()
    {
        Title = $"{ComparisonWords.Title(comparison.Metric)}: mean ranks over {Numbers.Of(comparison.Statistics.DataSets.Length, "data set")}",
        Arms = [.. comparison.Statistics.Arms.Select((arm, i) => new RankedArm(arm.Name, comparison.Statistics.MeanRanks[i]))],
        CriticalDifference = critical.Difference,
    };

    private static DotChart Differences(DataSetsComparison comparison)
    {
        var statistics = comparison.Statistics;
        var rope = statistics.Options.Rope;
        return new DotChart
        {
            Title = $"{ComparisonWords.Title(comparison.Metric)}: {statistics.Arms[1].Name} − {statistics.Arms[0].Name}",
            X = new Axis("mean over seeds"),
            Reference = 0,
            ReferenceTitle = "no difference",
            Band = rope > 0 ? (-rope, rope) : null,
            BandTitle = rope > 0 ? "practically none" : "",
            Dots = [.. statistics.DataSets.Select((name, i) => new Dot(name, statistics.Pairs[0].Differences[i]))],
        };
    }
}
