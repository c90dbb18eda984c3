using Kiln.Charts;

namespace Kiln.Notebooks;

/// <summary>A comparison as dots: the mean difference with its interval, and the difference of each pair that can be shown.</summary>
internal static class ComparisonChart
{
    /// <summary>The chart; differences right of 0 are in favour of a larger metric of the second model.</summary>
    public static DotChart Of(Comparison comparison)
    {
        var statistics = comparison.Statistics;
        var rope = statistics.Options.Rope;
        return new DotChart
        {
            Title = $"{comparison.Metric.Replace('_', ' ')}: {comparison.B.Model} − {comparison.A.Model}",
            X = new Axis($"difference of {comparison.Metric.Replace('_', ' ')}"),
            Reference = 0,
            ReferenceTitle = "no difference",
            Band = rope > 0 ? (-rope, rope) : null,
            BandTitle = rope > 0 ? "practically none" : "",
            // Right and wrong answers have no spread worth a picture.
            Dots = [new Dot($"mean of all {ComparisonFigures.UnitOf(comparison)}s", statistics.MeanDifference, statistics.Interval.Low, statistics.Interval.High, comparison.PairNames is null ? [] : statistics.Differences)],
        };
    }
}
