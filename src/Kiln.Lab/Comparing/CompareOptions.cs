using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>How models are compared.</summary>
public sealed record CompareOptions
{
    /// <summary>Number of seeds each arm must have (on each fold or data set); missing ones are trained. Default: none, only existing runs are used.</summary>
    public int? Seeds { get; init; }

    /// <summary>What is compared; default: <c>test_accuracy</c>. Over test examples only accuracy and loss.</summary>
    public string Metric { get; init; } = "test_accuracy";

    /// <summary>
    /// What pairs have in common: seed, fold or test example. Default: what the data allow: folds where the data set is one of several
    /// folds that all models were trained on, seeds where they share at least two or more are asked for, else test examples.
    /// </summary>
    public Pairing? Paired { get; init; }

    /// <summary>Differences smaller than this count as practically the same, in the unit of the metric; default: 0.005.</summary>
    public double Rope { get; init; } = 0.005;

    /// <summary>Two-sided level of the test, 0..1; the interval covers 1 - alpha. Default: 0.05.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>How missing runs are trained; default: as the newest run of each arm was, else the defaults of training.</summary>
    public TrainOptions? Train { get; init; }

    /// <summary>The first seed; arms share seeds, so that pairs differ in the model alone. Default: 0.</summary>
    public long FirstSeed { get; init; }

    /// <summary>How the statistics are to judge.</summary>
    internal PairedComparisonOptions Judgement(Pairing pairing) => new()
    {
        HigherIsBetter = Metrics.HigherIsBetter(Metric),
        Alpha = Alpha,
        Rope = Rope,
        Pairing = pairing,
    };
}
