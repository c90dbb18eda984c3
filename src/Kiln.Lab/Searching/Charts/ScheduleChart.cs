using Kiln.Charts;
using Kiln.Search;

namespace Kiln;

/// <summary>How the settings of a population's members went over the epochs.</summary>
internal static class ScheduleChart
{
    private const int Most = 6;

    /// <summary>A chart for each setting that is a number and that the best member changed; none where trials did not go on from each other.</summary>
    public static IEnumerable<LineChart> AllOf(StudyResult study)
    {
        var best = study.Lineage;
        return study.Facts.Space.Dimensions
            .Where(dimension => ParameterOrder.IsNumber(study.Trials, dimension.Name) && best.Select(trial => ParameterOrder.Number(trial, dimension.Name)).Distinct().Count() > 1)
            .Take(Most)
            .Select(dimension => Of(study, dimension, best));
    }

    private static LineChart Of(StudyResult study, Dimension dimension, IReadOnlyList<TrialRow> best)
    {
        var ends = study.Trials.ToDictionary(trial => trial.Number, trial => trial.Curve.Count > 0 ? trial.Curve[^1].Step : 0);
        return new LineChart
        {
            Title = $"{dimension.Name} of the best member, epoch by epoch",
            Width = 480,
            Height = 260,
            X = new Axis("epoch") { Min = 0, Whole = true },
            Y = new Axis(dimension.Name) { Log = StudyCharts.IsLog(dimension) },
            Lines =
            [
                LineOf("others", study.Trials.Except(best), breaks: true) with { Color = Palette.Colors[0], Faint = true, IsBundle = true },
                LineOf("best", best, breaks: false) with { Color = Palette.Colors[1] },
            ],
        };

        // A stretch is level: its settings change between two generations only.
        Line LineOf(string name, IEnumerable<TrialRow> trials, bool breaks)
        {
            List<(double X, double Y)> points = [];
            foreach (var trial in trials.Where(trial => ends[trial.Number] > 0))
            {
                var (from, to, value) = (trial.Origin is { } origin ? ends.GetValueOrDefault(origin) : 0, ends[trial.Number], ParameterOrder.Number(trial, dimension.Name)!.Value);
                points.AddRange([(from, value), (to, value)]);
                if (breaks) points.Add((to, double.NaN));
            }
            return new Line(name, [.. points.Select(point => point.X)], [.. points.Select(point => point.Y)]);
        }
    }
}
