using Kiln.Charts;
using Kiln.Runs;
using Kiln.Search;

namespace Kiln;

/// <summary>The metric of a study by one parameter alone.</summary>
internal static class SliceChart
{
    /// <summary>Points over a range of numbers; a row for each word of a choice.</summary>
    public static Chart Of(StudyResult study, Dimension dimension)
    {
        var trials = StudyCharts.Valued(study).Where(trial => trial.Parameters.ContainsKey(dimension.Name)).ToList();
        return dimension.Categories is null && ParameterOrder.IsNumber(trials, dimension.Name)
            ? OverNumbers(study, dimension, trials)
            : OverWords(study, dimension, trials);
    }

    private static ScatterChart OverNumbers(StudyResult study, Dimension dimension, List<TrialRow> trials)
    {
        var best = study.Best;
        return new ScatterChart
        {
            Title = $"By {dimension.Name} alone",
            Width = 480,
            Height = 260,
            X = new Axis(dimension.Name) { Log = StudyCharts.IsLog(dimension) },
            Y = new Axis(StudyCharts.Metric(study)),
            Points = [.. Sets().Where(set => set.X.Length > 0)],
        };

        // Pruned trials stand at what they reported last: a place where all are given up tells as much as one where all are good.
        IEnumerable<PointSet> Sets() =>
        [
            Set("pruned", Palette.Neutral, study.Trials.Where(trial => trial.Status == RunStatus.Pruned && trial.Curve.Count > 0 && trial.Parameters.ContainsKey(dimension.Name)), trial => trial.Curve[^1].Value),
            Set("trial", Palette.Colors[0], trials.Where(trial => trial.Number != best?.Number), trial => trial.Value!.Value),
            Set("best", Palette.Colors[1], trials.Where(trial => trial.Number == best?.Number), trial => trial.Value!.Value),
        ];

        PointSet Set(string name, string color, IEnumerable<TrialRow> rows, Func<TrialRow, double> height)
        {
            var all = rows.ToList();
            return new PointSet(name, [.. all.Select(trial => ParameterOrder.Number(trial, dimension.Name)!.Value)], [.. all.Select(height)]) { Color = color };
        }
    }

    private static DotChart OverWords(StudyResult study, Dimension dimension, List<TrialRow> trials) => new()
    {
        Title = $"By {dimension.Name} alone",
        Width = 480,
        X = new Axis($"{StudyCharts.Metric(study)}, the dot is the mean"),
        Dots = [.. trials.GroupBy(trial => trial.Parameters[dimension.Name]).OrderBy(group => dimension.Levels.Select(level => level.ToString()).ToList().IndexOf(group.Key))
            .Select(group => new Dot(group.Key, group.Average(trial => trial.Value!.Value), Points: [.. group.Select(trial => trial.Value!.Value)]))],
    };
}
