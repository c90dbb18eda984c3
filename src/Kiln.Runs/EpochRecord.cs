using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>One epoch of a run as it was recorded.</summary>
/// <param name="Epoch">Number of the epoch, from 1.</param>
/// <param name="Elapsed">Time since the run began.</param>
/// <param name="Metrics">Metric values by name; NaN and infinities are kept as they are.</param>
/// <param name="IsBest">Whether it was the best epoch so far.</param>
/// <param name="CheckpointWritten">Whether a checkpoint was written after it.</param>
public sealed record EpochRecord(
    int Epoch,
    TimeSpan Elapsed,
    ImmutableSortedDictionary<string, double> Metrics,
    bool IsBest = false,
    bool CheckpointWritten = false)
{
    internal static readonly ImmutableSortedDictionary<string, double> NoMetrics = ImmutableSortedDictionary<string, double>.Empty;
}
