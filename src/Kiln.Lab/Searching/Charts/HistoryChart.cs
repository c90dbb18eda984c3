using System.Collections.Immutable;
using Kiln.Charts;
using Kiln.Runs;

namespace Kiln;

/// <summary>The history of a study.</summary>
internal static class HistoryChart
{
    /// <summary>The chart; its axis spans all trials planned.</summary>
    public static ScatterChart Of(StudyResult study)
    {
        var valued = StudyCharts.Valued(study);
        var metric = StudyCharts.Metric(study);
        return new ScatterChart
        {
            Title = valued.Count == 0 && study.Trials.Count > 0 ? $"Trials in their order: {(study.Trials.Count == 1 ? "it has no value" : $"none of {study.Trials.Count} has a value")}" : "Trials in their order",
            X = new Axis("trial") { Min = 0, Max = Math.Max(1, study.TrialsPlanned - 1), Whole = true },
            Y = new Axis(metric),
            Height = 280,
            Points = [.. Points(study, valued).Where(set => set.X.Length > 0)],
            Lines = valued.Count == 0 ? [] : [BestSoFar(valued, study.Maximize)],
        };
    }

    private static IEnumerable<PointSet> Points(StudyResult study, List<TrialRow> valued)
    {
        yield return Set("trial", Palette.Colors[0], valued.Where(trial => trial.BrokenLimit is null), trial => trial.Value!.Value);
        yield return Set("over the limit", Palette.Colors[3], valued.Where(trial => trial.BrokenLimit is not null), trial => trial.Value!.Value);
        var pruned = study.Trials.Where(trial => trial.Status == RunStatus.Pruned && trial.Curve.Count > 0);
        yield return Set("pruned", Palette.Neutral, pruned, trial => trial.Curve[^1].Value);
        // Without a value they stand at the bad edge of what there is, so that one sees when they came.
        var heights = valued.Select(trial => trial.Value!.Value).Concat(study.Trials.Where(trial => trial.Status == RunStatus.Pruned && trial.Curve.Count > 0).Select(trial => trial.Curve[^1].Value)).Where(double.IsFinite).ToList();
        if (heights.Count == 0) yield break;
        var edge = study.Maximize ? heights.Min() : heights.Max();
        yield return Set("failed", Palette.Warning, study.Trials.Where(trial => trial.Status == RunStatus.Failed), _ => edge) with { Rings = true };
    }

    private static PointSet Set(string name, string color, IEnumerable<TrialRow> trials, Func<TrialRow, double> height)
    {
        var all = trials.ToList();
        return new PointSet(name, [.. all.Select(trial => (double)trial.Number)], [.. all.Select(height)]) { Color = color };
    }

    private static Line BestSoFar(List<TrialRow> valued, bool maximize)
    {
        var x = ImmutableArray.CreateBuilder<double>();
        var y = ImmutableArray.CreateBuilder<double>();
        double? best = null;
        foreach (var trial in valued.Where(trial => trial.BrokenLimit is null))
        {
            var value = trial.Value!.Value;
            // A step, not a slope: between two trials nothing got better.
            if (best is { } before) (x, y) = Add(x, y, trial.Number, before);
            if (best is null || (maximize ? value > best : value < best)) best = value;
            (x, y) = Add(x, y, trial.Number, best.Value);
        }
        return new Line("best so far", x.ToImmutable(), y.ToImmutable()) { Color = Palette.Colors[1] };
    }

    private static (ImmutableArray<double>.Builder, ImmutableArray<double>.Builder) Add(ImmutableArray<double>.Builder x, ImmutableArray<double>.Builder y, double at, double height)
    {
        x.Add(at);
        y.Add(height);
        return (x, y);
    }
}
