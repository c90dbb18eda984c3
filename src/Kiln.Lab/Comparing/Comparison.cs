using Kiln.Runs;

namespace Kiln;

/// <summary>Two models trained with the same seeds, and what may be said of their difference.</summary>
public sealed record Comparison
{
    /// <summary>What was compared, such as <c>test_accuracy</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>Name of the data set that both were trained on.</summary>
    public required string Data { get; init; }

    /// <summary>The first model and its runs, one for each seed of <see cref="Seeds"/>.</summary>
    public required ComparisonArm A { get; init; }

    /// <summary>The second model and its runs, one for each seed of <see cref="Seeds"/>.</summary>
    public required ComparisonArm B { get; init; }

    /// <summary>Seeds that both arms have.</summary>
    public required IReadOnlyList<long> Seeds { get; init; }

    /// <summary>Test, interval and probabilities of B - A.</summary>
    public required PairedComparison Statistics { get; init; }

    /// <summary>Settings in which the arms differ.</summary>
    public required IReadOnlyList<ConfigurationDifference> Differences { get; init; }

    /// <summary>The verdict in words.</summary>
    public required string Verdict { get; init; }

    /// <summary>The verdict.</summary>
    public override string ToString() => Verdict;
}

/// <summary>One side of a comparison.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Runs">Its runs, in the order of the seeds.</param>
/// <param name="Values">The metric of each run.</param>
public sealed record ComparisonArm(string Model, IReadOnlyList<RunRecord> Runs, IReadOnlyList<double> Values);

/// <summary>A setting in which two arms differ.</summary>
/// <param name="Setting">Name of the setting.</param>
/// <param name="A">Its value in the first arm.</param>
/// <param name="B">Its value in the second arm.</param>
public sealed record ConfigurationDifference(string Setting, string A, string B);
