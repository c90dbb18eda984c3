using static Kiln.Charts.Tests.Samples;

namespace Kiln.Charts.Tests;

internal static class ParallelSamples
{
    private static readonly string[] Optimizers = ["adam", "sgd", "rmsprop"];

    public static IEnumerable<KeyValuePair<string, Chart>> All { get; } = new Dictionary<string, Chart>
    {
        ["parallel-search"] = Search(60),
        ["parallel-2000"] = Search(2_000),
        ["parallel-lower"] = Search(12) with { Better = Better.Lower, Title = "" },
        ["parallel-unknown"] = Search(12) with { Better = Better.Unknown },
        ["parallel-empty"] = new ParallelCoordinates { Title = "runs" },
        ["parallel-one-axis"] = new ParallelCoordinates { Axes = [new ParallelAxis("accuracy", [.9, .8, .95])], Better = Better.Higher },
        ["parallel-one-run"] = new ParallelCoordinates { Axes = [new ParallelAxis("lr", [.1]), new ParallelAxis("accuracy", [.9])], Better = Better.Higher },
        ["parallel-no-outcome"] = new ParallelCoordinates { Title = "runs", Axes = [new ParallelAxis("lr", [.1, .2]), new ParallelAxis("accuracy", [double.NaN, double.NaN])] },
        ["parallel-hostile"] = new ParallelCoordinates
        {
            Title = Hostile,
            Axes = [ParallelAxis.OfWords(Hostile, [Hostile, "b", null]), new ParallelAxis(Hostile, [1, double.PositiveInfinity, 3]), new ParallelAxis(new string('w', 80), [1, 2, 3])],
            Better = Better.Higher,
        },
    };

    private static ParallelCoordinates Search(int trials) => new()
    {
        Title = $"{trials} trials on digits",
        Width = 760,
        Better = Better.Higher,
        Axes =
        [
            new ParallelAxis("lr", Sequence(trials, i => Math.Pow(10, -3 + 3 * Noise(i)))) { Log = true },
            new ParallelAxis("units", Sequence(trials, i => 16 + Math.Floor(240 * (Noise(i + 500) + .5)))),
            ParallelAxis.OfWords("optimizer", Enumerable.Range(0, trials).Select(i => i % 11 == 3 ? null : Optimizers[(int)(3 * (Noise(i * 3) + .5))])),
            new ParallelAxis("dropout", Sequence(trials, i => i % 7 == 0 ? double.NaN : .25 + .5 * Noise(i + 900))),
            new ParallelAxis("val_accuracy", Sequence(trials, i => i % 9 == 4 ? double.NaN : .97 - .8 * Noise(i) * Noise(i) - .1 * (Noise(i + 31) + .5))),
        ],
    };
}
