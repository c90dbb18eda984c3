using System.Collections.Immutable;
using static Kiln.Charts.Tests.Samples;

namespace Kiln.Charts.Tests;

internal static class HistogramSamples
{
    public static IEnumerable<KeyValuePair<string, Chart>> All { get; } = new Dictionary<string, Chart>
    {
        ["histogram-weights"] = Histogram.Of(
            [("fc1", Sum(20_000, .08, 0)), ("fc2", Sum(6_000, .16, 50_000)), ("fc3", Sum(3_000, .3, 90_000))], 60) with
        { Title = "weights of mlp", X = new Axis("weight") },
        ["histogram-one"] = Histogram.Of([("", Sum(900, 1, 7))], 20) with { Title = "residuals", X = new Axis("residual") },
        ["histogram-equal"] = Histogram.Of([("bias", [.5, .5, .5])], 10),
        ["histogram-empty"] = Histogram.Of([("none", [double.NaN, double.PositiveInfinity])]) with { Title = "weights" },
        ["histogram-gaps"] = Histogram.Of([("a", [1, 1, 2, double.NaN, 9]), ("b", [])], 8) with { X = new Axis("x") },
        ["histogram-log"] = Histogram.Of([("weights", Sum(5_000, 1, 3))], 30) with { Title = "tails", Y = new Axis("count") { Log = true } },
        ["histogram-hostile"] = Histogram.Of([(Hostile, [1, 2, 3])], 4) with { Title = Hostile, X = new Axis(Hostile), Y = new Axis(Hostile) },
    };

    /// <summary>About normal: the sum of twelve repeatable numbers.</summary>
    private static ImmutableArray<double> Sum(int count, double scale, int shift) =>
        Sequence(count, i => scale * Enumerable.Range(0, 12).Sum(k => Noise(12 * i + k + shift)));
}
