using Kiln.Charts;

namespace Kiln;

/// <summary>Trials of a study with several metrics, by the first two of them.</summary>
internal static class FrontChart
{
    /// <summary>The chart; null where the study has one metric, or no trial has both.</summary>
    public static ScatterChart? Of(StudyResult study)
    {
        var trials = study.Trials.Where(trial => trial.Values.Length > 1).ToList();
        if (trials.Count == 0) return null;
        var front = study.Front;
        var (x, y) = (StudyCharts.Words(study.Facts.Objectives[1].Metric), StudyCharts.Metric(study));
        var line = front.OrderBy(trial => trial.Values[1]).ToList();
        return new ScatterChart
        {
            Title = $"{y} and {x}: {front.Count} of {trials.Count} trials that none beats in {(study.Facts.Objectives.Length == 2 ? "both" : "all")}",
            Height = 320,
            X = new Axis(x),
            Y = new Axis(y),
            Points =
            [
                Set("trial", trials.Except(front)) with { Color = Palette.Neutral },
                Set("none beats it", front) with { Color = Palette.Colors[0] },
            ],
            Lines = study.Facts.Objectives.Length > 2 || line.Count < 2 ? [] :
                [new Line("front", [.. line.Select(trial => trial.Values[1])], [.. line.Select(trial => trial.Values[0])]) { Color = Palette.Colors[0], Faint = true }],
        };
    }

    private static PointSet Set(string name, IEnumerable<TrialRow> trials)
    {
        var all = trials.ToList();
        return new PointSet(name, [.. all.Select(trial => trial.Values[1])], [.. all.Select(trial => trial.Values[0])]);
    }
}
