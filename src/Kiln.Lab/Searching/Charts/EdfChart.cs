using System.Collections.Immutable;
using Kiln.Charts;

namespace Kiln;

/// <summary>The empirical distribution of a study's metric.</summary>
internal static class EdfChart
{
    private const int LeastTrials = 3;

    /// <summary>The chart; null with too few trials.</summary>
    public static LineChart? Of(StudyResult study)
    {
        double[] values = [.. StudyCharts.Valued(study).Select(trial => trial.Value!.Value).Order()];
        if (values.Length < LeastTrials || values[0] == values[^1]) return null;
        var x = ImmutableArray.CreateBuilder<double>();
        var y = ImmutableArray.CreateBuilder<double>();
        for (var i = 0; i < values.Length; i++)
        {
            x.AddRange(values[i], values[i]);
            y.AddRange(i / (double)values.Length, (i + 1) / (double)values.Length);
        }
        var metric = StudyCharts.Metric(study);
        return new LineChart
        {
            Title = $"Share of {values.Length} trials with at most so much {metric}",
            Height = 260,
            X = new Axis(metric),
            Y = new Axis("share of trials") { Min = 0, Max = 1 },
            Lines = [new Line("trials", x.ToImmutable(), y.ToImmutable())],
        };
    }
}
