using Kiln.Charts;
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
            Points =
            [
                Set("trial", trials.Where(trial => trial.Number != best?.Number)) with { Color = Palette.Colors[0] },
                Set("best", trials.Where(trial => trial.Number == best?.Number)) with { Color = Palette.Colors[1] },
            ],
        };

        PointSet Set(string name, IEnumerable<TrialRow> rows)
        {
            var all = rows.ToList();
            return new PointSet(name, [.. all.Select(trial => ParameterOrder.Number(trial, dimension.Name)!.Value)], [.. all.Select(trial => trial.Value!.Value)]);
        }
    }

    private static DotChart OverWords(StudyResult study, Dimension dimension, List<TrialRow> trials) => new()
    {
        Title = $"{StudyCharts.Metric(study)} by {dimension.Name}",
        Width = 480,
        X = new Axis($"{StudyCharts.Metric(study)}, the dot is the mean"),
        Dots = [.. trials.GroupBy(trial => trial.Parameters[dimension.Name]).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Dot(group.Key, group.Average(trial => trial.Value!.Value), Points: [.. group.Select(trial => trial.Value!.Value)]))],
    };
}
