using System.Globalization;
using Kiln.Charts;
using Kiln.Search;

namespace Kiln.Notebooks;

/// <summary>What the trials of a study chose and what came of it, as parallel coordinates.</summary>
internal static class TrialsChart
{
    // With fewer lines there is nothing to see in common.
    private const int LeastTrials = 3;

    /// <summary>The chart; null where too few trials have a value, or all chose the same.</summary>
    public static ParallelCoordinates? Of(StudyProgress study)
    {
        var trials = study.Trials.Where(trial => trial.Value is { } value && double.IsFinite(value)).ToList();
        var axes = Space.Parse(study.Options.Space).Dimensions.Where(dimension => Varies(dimension.Name, trials)).Select(dimension => AxisOf(dimension, trials)).ToList();
        if (trials.Count < LeastTrials || axes.Count == 0) return null;
        var metric = study.Options.Metric.Replace('_', ' ');
        return new ParallelCoordinates
        {
            Title = $"{metric} by what {Numbers.Of(trials.Count, "trial")} chose",
            Better = study.Options.Maximize ? Better.Higher : Better.Lower,
            Width = Math.Max(640, 130 * (axes.Count + 1)),
            Height = 320,
            Axes = [.. axes, new ParallelAxis(metric, [.. trials.Select(trial => trial.Value!.Value)])],
        };
    }

    private static bool Varies(string name, List<TrialRow> trials) => trials.Select(trial => trial.Parameters.GetValueOrDefault(name)).Distinct().Skip(1).Any();

    private static ParallelAxis AxisOf(Dimension dimension, List<TrialRow> trials)
    {
        string?[] words = [.. trials.Select(trial => trial.Parameters.GetValueOrDefault(dimension.Name))];
        return words.OfType<string>().All(word => Number(word) is not null)
            ? new ParallelAxis(dimension.Name, [.. words.Select(word => word is null ? double.NaN : Number(word)!.Value)]) { Log = IsLog(dimension) }
            : ParallelAxis.OfWords(dimension.Name, words);
    }

    private static bool IsLog(Dimension dimension) => dimension is LogFloatDimension or IntDimension { IsLog: true };

    private static double? Number(string word) => double.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number : null;
}
