using System.Collections.Immutable;
using Kiln.Charts;

namespace Kiln.Notebooks;

/// <summary>The history of a study: each trial's value, and the best so far.</summary>
internal static class StudyChart
{
    /// <summary>The chart; its axis spans all trials planned.</summary>
    public static LineChart Of(StudyProgress study)
    {
        var trials = study.Trials.Where(trial => trial.Value is { } value && double.IsFinite(value)).ToList();
        return new LineChart
        {
            Title = $"{study.Options.Metric.Replace('_', ' ')} by trial",
            X = new Axis("trial") { Min = 0, Max = Math.Max(1, study.TrialsPlanned - 1), Whole = true },
            Y = new Axis(study.Options.Metric.Replace('_', ' ')),
            Better = study.Options.Maximize ? Better.Higher : Better.Lower,
            Height = 280,
            Lines = trials.Count == 0 ? [] : Lines(trials, study.Options.Maximize),
        };
    }

    private static ImmutableArray<Line> Lines(List<TrialRow> trials, bool maximize)
    {
        ImmutableArray<double> numbers = [.. trials.Select(trial => (double)trial.Number)];
        ImmutableArray<double> values = [.. trials.Select(trial => trial.Value!.Value)];
        var best = new double[values.Length];
        for (var i = 0; i < best.Length; i++)
            best[i] = i == 0 ? values[0] : maximize ? Math.Max(best[i - 1], values[i]) : Math.Min(best[i - 1], values[i]);
        return
        [
            new Line("trial", numbers, values) { Faint = true, ShowPoints = true, Color = Palette.Colors[0] },
            new Line("best so far", numbers, [.. best]) { Color = Palette.Colors[1] },
        ];
    }
}
