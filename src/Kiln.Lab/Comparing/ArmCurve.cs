using System.Collections.Immutable;
using Kiln.Runs;

namespace Kiln;

/// <summary>How a metric went epoch by epoch, mean over the runs of an arm.</summary>
/// <param name="Metric">The metric, such as <c>val_accuracy</c>.</param>
/// <param name="Runs">How many runs it is the mean of.</param>
/// <param name="Epochs">Numbers of the epochs, (T); it ends where the first of the runs ended, so that all of it is a mean of the same runs.</param>
/// <param name="Mean">Mean over the runs, (T).</param>
/// <param name="Lowest">Smallest value of a run, (T).</param>
/// <param name="Highest">Largest value of a run, (T).</param>
public sealed record ArmCurve(
    string Metric, int Runs, ImmutableArray<double> Epochs, ImmutableArray<double> Mean, ImmutableArray<double> Lowest, ImmutableArray<double> Highest)
{
    /// <summary>The curve of what is recorded by epoch and comes nearest to the metric compared: <c>val_accuracy</c> for <c>test_accuracy</c>.</summary>
    /// <param name="runs">The epochs of each run.</param>
    /// <param name="compared">The metric compared.</param>
    /// <returns>The curve; null where the runs have no epoch with it in common.</returns>
    internal static ArmCurve? Of(IReadOnlyList<IReadOnlyList<EpochRecord>> runs, string compared)
    {
        var metric = compared.StartsWith("test_", StringComparison.Ordinal) ? "val_" + compared["test_".Length..] : compared;
        var byEpoch = runs.Select(run => run
            .Where(epoch => double.IsFinite(epoch.Metrics.GetValueOrDefault(metric, double.NaN)))
            .ToDictionary(epoch => epoch.Epoch, epoch => epoch.Metrics[metric])).ToList();
        if (byEpoch.Count == 0) return null;
        ImmutableArray<int> shared = [.. byEpoch.Select(run => (IEnumerable<int>)run.Keys).Aggregate((all, some) => all.Intersect(some)).Order()];
        if (shared.IsEmpty) return null;
        ImmutableArray<double> Each(Func<IEnumerable<double>, double> figure) => [.. shared.Select(epoch => figure(byEpoch.Select(run => run[epoch])))];
        return new ArmCurve(metric, runs.Count, [.. shared.Select(epoch => (double)epoch)], Each(Enumerable.Average), Each(Enumerable.Min), Each(Enumerable.Max));
    }
}
