using System.Collections.Immutable;
using static Kiln.Charts.Tests.Samples;

namespace Kiln.Charts.Tests;

internal static class ScatterSamples
{
    public static IEnumerable<KeyValuePair<string, Chart>> All { get; } = new Dictionary<string, Chart>
    {
        ["scatter-fit"] = new ScatterChart
        {
            Title = "line on points",
            X = new Axis("x"),
            Y = new Axis("y"),
            Points = [new PointSet("data", Sequence(80, i => i / 8.0), Sequence(80, i => 2 * i / 8.0 + 1 + 4 * Noise(i)))],
            Lines = [new Line("model", [0, 10], [1, 21])],
        },
        ["scatter-predictions"] = ScatterChart.OfPredictions(
            Sequence(3_000, i => 100 + 400 * (Noise(i) + .5)), Sequence(3_000, i => 110 + 380 * (Noise(i) + .5) + 120 * Noise(i * 7919 + i * i)), "price (k€)"),
        ["surface-moons"] = Surface,
        ["scatter-empty"] = new ScatterChart { Title = "points" },
        ["scatter-one"] = new ScatterChart { Points = [new PointSet("a", [1], [2])] },
        ["scatter-not-finite"] = new ScatterChart { Points = [new PointSet("a", [1, 2, double.NaN, 4], [2, double.NaN, 3, 5])] },
        ["scatter-many-sets"] = new ScatterChart
        {
            Title = "classes",
            Points = [.. Enumerable.Range(0, 12).Select(k => new PointSet($"class {k}", Sequence(30, i => k % 4 + Noise(i + k)), Sequence(30, i => k / 4 + Noise(i + 77 * k))))],
        },
        ["scatter-log"] = new ScatterChart { X = new Axis("size") { Log = true }, Points = [new PointSet("runs", [1, 10, 100, 1000, 0], [1, 2, 3, 4, 5])] },
        ["scatter-hostile"] = new ScatterChart
        {
            Title = Hostile,
            X = new Axis(Hostile),
            Y = new Axis(Hostile),
            Points = [new PointSet(Hostile, [1, 2], [2, 1]) { Color = "\"/><script>" }],
            Lines = [new Line(Hostile, [1, 2], [1, 2])],
        },
        ["rate-curve"] = RateCurve.Of(
            Sequence(100, i => Math.Pow(10, -6 + 7 * i / 99.0)), Sequence(100, i => Loss(i) + .15 * Noise(i)), Sequence(100, Loss), .012),
        ["rate-curve-none"] = RateCurve.Of([1e-3, 1e-2], [double.NaN, double.NaN]),
    };

    private static double Loss(int i) => i < 75 ? 2.3 - 1.6 / (1 + Math.Exp(-(i - 52) / 5.0)) : .7 + Math.Exp((i - 75) / 4.0) - 1;

    private static ScatterChart Surface
    {
        get
        {
            const int Columns = 120, Rows = 80;
            var cells = Enumerable.Range(0, Columns * Rows)
                .Select(i => (byte)(Math.Sin(i % Columns / 18.0) * 20 + 40 > i / Columns ? 0 : i % Columns > 90 ? 2 : 1)).ToImmutableArray();
            return new ScatterChart
            {
                Title = "decision surface of mlp on moons",
                X = new Axis("x1"),
                Y = new Axis("x2"),
                Regions = new ClassRegions(cells, Columns, Rows, ["upper", "lower", "right"]) { X = (-1.5, 2.5), Y = (-1, 1.5) },
                Points =
                [
                    new PointSet("upper", Sequence(60, i => -1 + i / 20.0), Sequence(60, i => .9 + .5 * Noise(i))),
                    new PointSet("lower", Sequence(60, i => -1 + i / 20.0), Sequence(60, i => -.4 + .5 * Noise(i + 99))),
                    new PointSet("mistake", [.2, 1.4], [.4, -.1]) { Rings = true, Color = Palette.Neutral },
                ],
            };
        }
    }
}
