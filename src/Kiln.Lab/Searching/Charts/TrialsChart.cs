using Kiln.Charts;
using Kiln.Search;

namespace Kiln;

/// <summary>What the trials of a study chose and what came of it, as parallel coordinates.</summary>
internal static class TrialsChart
{
    // With fewer lines there is nothing to see in common.
    private const int LeastTrials = 3;

    /// <summary>The chart; null where too few trials have a value, or all chose the same.</summary>
    public static ParallelCoordinates? Of(StudyResult study)
    {
        List<TrialRow> trials = [.. StudyCharts.Valued(study).Where(trial => trial.BrokenLimit is null)];
        var shown = ParameterOrder.Of(study).Select(dimension => dimension.Name).ToHashSet();
        var axes = study.Facts.Space.Dimensions.Where(dimension => shown.Contains(dimension.Name)).Select(dimension => AxisOf(dimension, trials)).ToList();
        if (trials.Count < LeastTrials || axes.Count == 0) return null;
        var metric = StudyCharts.Metric(study);
        return new ParallelCoordinates
        {
            Title = $"{metric} by what {trials.Count} trials chose",
            Better = StudyCharts.BetterOf(study),
            Width = Math.Max(640, 140 * (axes.Count + 1)),
            Height = 320,
            Axes = [.. axes, new ParallelAxis(metric, [.. trials.Select(trial => trial.Value!.Value)])],
        };
    }

    private static ParallelAxis AxisOf(Dimension dimension, List<TrialRow> trials) => ParameterOrder.IsNumber(trials, dimension.Name)
        ? new ParallelAxis(dimension.Name, [.. trials.Select(trial => ParameterOrder.Number(trial, dimension.Name)!.Value)]) { Log = StudyCharts.IsLog(dimension) }
        : ParallelAxis.OfWords(dimension.Name, trials.Select(trial => trial.Parameters.GetValueOrDefault(dimension.Name)));
}
