using Kiln.Runs;

namespace Kiln;

/// <summary>How far the training of missing runs has come.</summary>
/// <param name="Metric">What is compared.</param>
/// <param name="Arms">The models, and the values each one has so far.</param>
/// <param name="RunsPlanned">Runs that must be trained.</param>
/// <param name="RunsDone">Runs trained.</param>
/// <param name="Current">The run in training; null between runs.</param>
public sealed record ComparisonProgress(
    string Metric,
    IReadOnlyList<(string Model, IReadOnlyList<double> Values)> Arms,
    int RunsPlanned,
    int RunsDone,
    RunProgress? Current)
{
    /// <summary>The run trained last; null before the first.</summary>
    public RunRecord? Last { get; init; }
}
