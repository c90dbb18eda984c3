using static Kiln.Charts.Tests.Samples;

namespace Kiln.Charts.Tests;

internal static class LineSamples
{
    private static readonly Axis Epochs = new("epoch") { Min = 0, Max = 10, Whole = true };

    public static IEnumerable<KeyValuePair<string, Chart>> All { get; } = new Dictionary<string, Chart>
    {
        ["line-training"] = Training,
        ["line-live"] = Live,
        ["line-live-start"] = Live with { Lines = [Of("train", 2.31) with { Faint = true }, Of("val")] },
        ["line-empty"] = new LineChart(),
        ["line-one-point"] = new LineChart { Title = "loss", Lines = [Of("val", .5)], X = new Axis("epoch") { Whole = true } },
        ["line-all-nan"] = new LineChart { Title = "loss", Lines = [Of("val", double.NaN, double.NaN), Of("train", double.PositiveInfinity, double.NaN)] },
        ["line-gaps"] = new LineChart { Title = "diverged", Lines = [Of("val", 2, 1.5, double.NaN, 1.2, double.NaN, 1.4, 3, double.PositiveInfinity)] },
        ["line-constant"] = new LineChart { Title = "accuracy", Lines = [Of("val", .1, .1, .1, .1)], Y = new Axis("share") },
        ["line-huge-range"] = new LineChart { Title = "huge", Lines = [Of("a", -1e308, 1e300, 5e299, 1e-300), Of("b", 1, 2, 3, 4)] },
        ["line-large-values"] = new LineChart { Title = "steps", Lines = [Of("steps", 12_000, 480_000, 1_250_000)], Y = new Axis("steps") },
        ["line-tiny-values"] = new LineChart { Title = "learning rate", Lines = [Of("lr", 1e-6, 2.5e-6, 7e-6)] },
        ["line-long-names"] = LongNames,
        ["line-many"] = new LineChart { Title = "search", Lines = [.. Enumerable.Range(0, 12).Select(k => Curve($"trial {k + 1}", 20, .1 * k))] },
        ["line-log"] = Log,
        ["line-log-narrow"] = new LineChart { Title = "loss", Lines = [Of("val", .7, .5, .4, .35)], Y = new Axis("loss") { Log = true } },
        ["line-100k"] = Long,
        ["line-band"] = Band,
        ["line-same-end"] = new LineChart { Title = "five runs", Lines = [.. Enumerable.Range(0, 5).Select(k => Of($"run {k}", 2 + k, 1, .5))] },
        ["line-outside"] = new LineChart { Title = "cut", Lines = [Of("val", 50, 1, .5, .4)], Y = new Axis("loss") { Min = 0, Max = 2 } },
        ["line-small"] = Training with { Width = 240, Height = 140 },
        ["line-hostile"] = new LineChart
        {
            Title = Hostile,
            X = new Axis(Hostile),
            Y = new Axis(Hostile),
            Markers = [new Marker(Hostile, 2)],
            Lines = [Of(Hostile, 1, 2, 3) with { Color = "\"/><script>" }, Of("訓練の損失 🙂 e\u0301 \ud800", 2, 2, 1)],
        },
    };

    public static LineChart Training => new()
    {
        Title = "loss",
        Better = Better.Lower,
        X = Epochs,
        Y = new Axis("cross-entropy (nats)"),
        Markers = [new Marker("best 6", 6) { Y = .2841 }],
        Lines =
        [
            new Line("train", Sequence(501, i => i / 50.0), Sequence(501, i => .12 + 2.2 * Math.Exp(-i / 60.0) + .12 * Noise(i))) { Faint = true },
            Of("val", .6651, .4812, .3605, .3127, .2902, .2841, .2873, .2954, .3088, .3201) with { ShowPoints = true },
        ],
    };

    private static LineChart Live => Training with
    {
        Lines =
        [
            new Line("train", Sequence(156, i => i / 50.0), Sequence(156, i => .12 + 2.2 * Math.Exp(-i / 60.0) + .12 * Noise(i))) { Faint = true },
            Of("val", .6651, .4812, .3605) with { ShowPoints = true },
        ],
        Markers = [],
    };

    private static LineChart LongNames => new()
    {
        Title = "A heading so long that it cannot possibly stand above a picture of this width, however small its letters are",
        Lines =
        [
            Of("convolutional network with batch normalisation", .5, .7, .8),
            Of("the same without", .4, .65, .79), Of("multilayer perceptron 784-256-128-10", .3, .5, .6) with { Dashed = true },
        ],
        X = new Axis("number of passes over all sixty thousand images"),
        Y = new Axis("share of images that are classified correctly"),
    };

    private static LineChart Log => new()
    {
        Title = "learning rate sweep",
        X = new Axis("learning rate") { Log = true },
        Y = new Axis("loss") { Log = true },
        Markers = [new Marker("1e-2", .01)],
        Lines = [new Line("loss", [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 0], [2.3, 2.2, 1.9, .5, .08, .9, 40, 1])],
    };

    private static LineChart Long => new()
    {
        Title = "100,000 steps",
        X = new Axis("step"),
        Y = new Axis("loss"),
        Lines = [new Line("train", Sequence(100_000, i => i), Sequence(100_000, i => i == 77_777 ? 4 : 2 * Math.Exp(-i / 2e4) + .3 * Noise(i)))],
    };

    private static LineChart Band => new()
    {
        Title = "accuracy of 6 seeds",
        X = new Axis("epoch") { Whole = true },
        Y = new Axis("accuracy"),
        Better = Better.Higher,
        Lines =
        [
            Curve("wide", 12, .1) with { Low = Sequence(12, i => .86 - Math.Exp(-i / 3.0) * .5), High = Sequence(12, i => .94 - Math.Exp(-i / 3.0) * .3) },
            Curve("narrow", 12, .16) with { Low = Sequence(12, i => .79 - Math.Exp(-i / 3.0) * .5), High = Sequence(12, i => .88 - Math.Exp(-i / 3.0) * .3) },
        ],
    };

    private static Line Of(string name, params double[] values) => new(name, Sequence(values.Length, i => i + 1), [.. values]);

    private static Line Curve(string name, int count, double offset) =>
        new(name, Sequence(count, i => i + 1), Sequence(count, i => 1 - offset - Math.Exp(-i / 3.0) * .4));
}
