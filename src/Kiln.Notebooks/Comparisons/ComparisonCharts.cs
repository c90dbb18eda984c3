using System.Collections.Immutable;
using Kiln.Charts;

namespace Kiln.Notebooks;

/// <summary>The pictures of a comparison: differences with intervals, the arms by themselves, their curves.</summary>
internal static class ComparisonCharts
{
    private const int MostEpochPoints = 200;

    /// <summary>The charts that there is something to draw of, the one that decides first.</summary>
    public static IEnumerable<Chart> Of(Comparison comparison)
    {
        yield return Differences(comparison);
        yield return Arms(comparison);
        if (comparison.Arms.Any(arm => arm.Curve is { Epochs.Length: > 1 })) yield return Curves(comparison);
    }

    /// <summary>The mean difference of the second arm from the first with its interval and the difference of each pair; of more arms a row for each beside the reference.</summary>
    public static DotChart Differences(Comparison comparison)
    {
        var (several, metric) = (comparison.Several, ComparisonWords.Title(comparison.Metric));
        var (rope, reference) = (several.Options.Rope, comparison.Arms.Count == 2 ? 0 : several.Reference);
        var others = comparison.Arms.Count == 2 ? [1] : several.Ranking.Where(arm => arm != reference);
        var against = comparison.Arms[reference].Name;
        return new DotChart
        {
            Title = comparison.Arms.Count == 2
                ? $"{metric}: {comparison.B.Name} − {against}"
                : $"{metric}: difference from {against} ({(several.HasBaseline ? "baseline" : "best mean")})",
            X = BarAxis(comparison, several.Pairs[0].Comparison.Interval.IsBounded),
            Reference = 0,
            ReferenceTitle = "no difference",
            Band = rope > 0 ? (-rope, rope) : null,
            BandTitle = rope > 0 ? "practically none" : "",
            Dots = [.. others.Select(arm => Difference(comparison, reference, arm))],
        };
    }

    /// <summary>Each arm's mean with its interval and the value of each run.</summary>
    public static DotChart Arms(Comparison comparison) => new()
    {
        Title = $"{ComparisonWords.Title(comparison.Metric)} over {Numbers.Of(comparison.Count, ComparisonWords.UnitOf(comparison))}",
        X = BarAxis(comparison, comparison.Several.Means[0].IsBounded),
        Dots = [.. comparison.Arms.Select((arm, i) =>
            new Dot(arm.Name, comparison.Several.Means[i].Mean, comparison.Several.Means[i].Low, comparison.Several.Means[i].High, Points(comparison, arm.Values)) { Color = Color(i) })],
    };

    /// <summary>Each arm's mean curve over its runs, with a band from the lowest run to the highest.</summary>
    public static LineChart Curves(Comparison comparison)
    {
        var drawn = comparison.Arms.Select((arm, i) => (arm.Name, arm.Curve, Color: Color(i))).Where(arm => arm.Curve is not null).ToList();
        var metric = drawn[0].Curve!.Metric;
        var runs = drawn.Max(arm => arm.Curve!.Runs);
        return new LineChart
        {
            Title = $"{ComparisonWords.Title(metric.Replace("val_", "validation_"))}{(runs > 1 ? $": mean of {Numbers.Of(runs, "run")}, band from lowest to highest" : "")}",
            X = new Axis("epoch") { Whole = true },
            Y = new Axis(ComparisonWords.Metric(metric)),
            Better = comparison.Several.Options.HigherIsBetter ? Better.Higher : Better.Lower,
            Lines = [.. drawn.Select(arm => Curve(arm.Name, arm.Curve!, arm.Color))],
        };
    }

    private static Line Curve(string name, ArmCurve curve, string color)
    {
        var every = (curve.Epochs.Length + MostEpochPoints - 1) / MostEpochPoints;
        ImmutableArray<double> Some(ImmutableArray<double> all) => [.. all.Where((_, i) => i % every == 0 || i == all.Length - 1)];
        return new Line(name, Some(curve.Epochs), Some(curve.Mean))
        {
            Color = color,
            ShowPoints = curve.Epochs.Length <= 40,
            Low = curve.Runs > 1 ? Some(curve.Lowest) : null,
            High = curve.Runs > 1 ? Some(curve.Highest) : null,
        };
    }

    private static Dot Difference(Comparison comparison, int reference, int arm)
    {
        var pair = comparison.Several.Between(reference, arm);
        var sign = pair.A == reference ? 1 : -1;
        var (low, high) = (sign * pair.Comparison.Interval.Low, sign * pair.Comparison.Interval.High);
        return new Dot(
            comparison.Arms.Count == 2 ? $"mean of {Numbers.Of(comparison.Count, ComparisonWords.UnitOf(comparison))}" : comparison.Arms[arm].Name,
            sign * pair.Comparison.MeanDifference, Math.Min(low, high), Math.Max(low, high), Points(comparison, [.. pair.Comparison.Differences.Select(difference => sign * difference)]))
        {
            Color = Color(arm),
        };
    }

    private static Axis BarAxis(Comparison comparison, bool isBounded) =>
        new(isBounded ? $"bar: {Numbers.Percent(1 - comparison.Several.Options.Alpha)} interval" : $"no interval: {Numbers.Of(comparison.Count, ComparisonWords.UnitOf(comparison))} are too few");

    // Right and wrong answers have no spread worth a picture.
    private static ImmutableArray<double> Points(Comparison comparison, IEnumerable<double> values) => comparison.PairNames is null ? [] : [.. values];

    private static string Color(int arm) => Palette.Colors[arm % Palette.Colors.Length];
}
