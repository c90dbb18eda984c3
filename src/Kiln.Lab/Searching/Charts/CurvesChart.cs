using Kiln.Charts;
using Kiln.Runs;

namespace Kiln;

/// <summary>What the trials of a study reported on their way.</summary>
internal static class CurvesChart
{
    // Pale lines beyond these are one grey carpet.
    private const int Most = 100;

    /// <summary>The chart: the best trial stands out, pruned ones end early; null where no trial reported anything.</summary>
    public static LineChart? Of(StudyResult study)
    {
        var best = study.Best;
        var trials = study.Trials.Where(trial => trial.Curve.Count > 0 && trial.Number != best?.Number).TakeLast(Most).ToList();
        if (trials.Count == 0 && best is not { Curve.Count: > 0 }) return null;
        var lines = Bundle(trials.Where(trial => trial.Status == RunStatus.Pruned), "pruned", Palette.Neutral)
            .Concat(Bundle(trials.Where(trial => trial.Status != RunStatus.Pruned), "trial", Palette.Colors[0]));
        var metric = StudyCharts.Metric(study);
        var (drawn, all) = (trials.Count + (best is { Curve.Count: > 0 } ? 1 : 0), study.Trials.Count(trial => trial.Curve.Count > 0));
        return new LineChart
        {
            Title = $"{metric} of {(drawn < all ? $"the last {trials.Count} trials and the best" : drawn == 1 ? "one trial" : $"{drawn} trials")} on {(drawn == 1 ? "its" : "their")} way",
            Better = StudyCharts.BetterOf(study),
            X = new Axis("epoch") { Whole = true },
            Y = new Axis(metric),
            Lines = best is { Curve.Count: > 0 } ? [.. lines, LineOf([best], $"trial {best.Number}, the best", Palette.Colors[1], isFaint: false)] : [.. lines],
        };
    }

    private static IEnumerable<Line> Bundle(IEnumerable<TrialRow> trials, string name, string color)
    {
        var all = trials.ToList();
        return all.Count == 0 ? [] : [LineOf(all, all.Count == 1 ? name : $"{all.Count} {name}{(name == "trial" ? "s" : "")}", color, isFaint: true)];
    }

    /// <summary>Several curves as one line with gaps: one name and one colour for all of them.</summary>
    private static Line LineOf(List<TrialRow> trials, string name, string color, bool isFaint)
    {
        var points = trials.SelectMany(trial => trial.Curve.Select(report => (X: (double)report.Step, Y: report.Value)).Append((X: trial.Curve[^1].Step, Y: double.NaN))).ToList();
        return new Line(name, [.. points.Select(point => point.X)], [.. points.Select(point => point.Y)]) { Color = color, Faint = isFaint, IsBundle = trials.Count > 1, ShowPoints = true };
    }
}
