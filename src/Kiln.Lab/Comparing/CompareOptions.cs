using Kiln.Training;

namespace Kiln;

/// <summary>How two models are compared.</summary>
public sealed record CompareOptions
{
    /// <summary>Number of seeds each arm must have; missing ones are trained. Default: none, only existing runs are used.</summary>
    public int? Seeds { get; init; }

    /// <summary>What is compared; default: <c>test_accuracy</c>.</summary>
    public string Metric { get; init; } = "test_accuracy";

    /// <summary>Differences smaller than this count as practically the same, in the unit of the metric; default: 0.005.</summary>
    public double Rope { get; init; } = 0.005;

    /// <summary>Two-sided level of the test, 0..1; the interval covers 1 - alpha. Default: 0.05.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>How missing runs are trained; default: as the newest run of each arm was, else the defaults of training.</summary>
    public TrainOptions? Train { get; init; }

    /// <summary>The first seed; arms share seeds, so that pairs differ in the model alone. Default: 0.</summary>
    public long FirstSeed { get; init; }
}
