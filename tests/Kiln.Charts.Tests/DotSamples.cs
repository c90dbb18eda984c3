namespace Kiln.Charts.Tests;

internal static class DotSamples
{
    public static IEnumerable<KeyValuePair<string, Chart>> All { get; } = new Dictionary<string, Chart>
    {
        ["dot-compare"] = Compare,
        ["dot-difference"] = Difference,
        ["dot-empty"] = new DotChart { Title = "runs" },
        ["dot-one"] = new DotChart { Dots = [new Dot("a", 3)] },
        ["dot-all-nan"] = new DotChart { Title = "runs", Dots = [new Dot("a", double.NaN), new Dot("b", double.NaN, double.NaN, 1)] },
        ["dot-constant"] = new DotChart { Title = "runs", Dots = [new Dot("a", .5, .5, .5, [.5, .5, .5, .5]), new Dot("b", .5)] },
        ["dot-huge-range"] = new DotChart { Title = "runs", Dots = [new Dot("a", -1e300, -1e308, 1e308), new Dot("b", 1e300), new Dot("c", 1e-300)] },
        ["dot-long-names"] = new DotChart
        {
            Title = "test accuracy",
            X = new Axis("accuracy"),
            Dots = [new Dot("convolutional network with batch normalisation and dropout", .9123, .901, .92), new Dot("mlp", .88, .87, .885)],
        },
        ["dot-log"] = new DotChart
        {
            Title = "training time",
            X = new Axis("seconds") { Log = true },
            Dots = [new Dot("tiny", .2, .15, .3), new Dot("small", 3.5, 3, 5), new Dot("large", 420, 300, 600), new Dot("none", 0)],
        },
        ["dot-many"] = new DotChart { Title = "40 trials", X = new Axis("loss"), Dots = [.. Enumerable.Range(1, 40).Select(k => new Dot($"trial {k}", k * .01))] },
        ["dot-hostile"] = new DotChart
        {
            Title = Samples.Hostile,
            X = new Axis(Samples.Hostile),
            Reference = 1,
            ReferenceTitle = Samples.Hostile,
            Band = (2, 1),
            BandTitle = Samples.Hostile,
            Dots = [new Dot(Samples.Hostile, 1, 2, 0) { Color = "red\" onload=\"x" }, new Dot("正解率 🙂", 2)],
        },
    };

    private static DotChart Compare => new()
    {
        Title = "digits, 6 seeds",
        X = new Axis("test accuracy"),
        Dots =
        [
            new Dot("conv", .9722, .9641, .9803, [.9611, .9694, .9722, .975, .9778, .9778]),
            new Dot("mlp", .9565, .9431, .9699, [.9389, .95, .9556, .9583, .9667, .9694]) { Color = Palette.Colors[1] },
            new Dot("linear", .9481, .9398, .9564, [.9417, .9444, .9472, .95, .95, .9556]) { Color = Palette.Colors[2] },
        ],
    };

    private static DotChart Difference => new()
    {
        Title = "conv - mlp",
        X = new Axis("difference of test accuracy"),
        Reference = 0,
        ReferenceTitle = "equal",
        Band = (-.005, .005),
        BandTitle = "same",
        Dots = [new Dot("difference", .0157, .0041, .0273, [-.0031, .0111, .0222, .0139, .0194, .0306])],
    };
}
