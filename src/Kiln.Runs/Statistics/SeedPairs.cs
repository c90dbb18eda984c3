using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>The runs of two arms paired by their seeds.</summary>
/// <param name="Seeds">Seeds that both arms have, rising, (n).</param>
/// <param name="A">Runs of the first arm, (n).</param>
/// <param name="B">Runs of the second arm, (n).</param>
/// <param name="OnlyA">Seeds that only the first arm has a value for, rising.</param>
/// <param name="OnlyB">Seeds that only the second arm has a value for, rising.</param>
public sealed record SeedPairs(
    ImmutableArray<long> Seeds,
    ImmutableArray<RunRecord> A,
    ImmutableArray<RunRecord> B,
    ImmutableArray<long> OnlyA,
    ImmutableArray<long> OnlyB)
{
    /// <summary>Pairs runs: of each seed the newest finished run with a finite value of the metric.</summary>
    /// <param name="a">Runs of the first arm.</param>
    /// <param name="b">Runs of the second arm.</param>
    /// <param name="metric">Name of the final metric.</param>
    /// <returns>The pairs, and the seeds without a partner.</returns>
    public static SeedPairs Match(IEnumerable<RunRecord> a, IEnumerable<RunRecord> b, string metric)
    {
        var (left, right) = (NewestBySeed(a, metric), NewestBySeed(b, metric));
        ImmutableArray<long> both = [.. left.Keys.Intersect(right.Keys).Order()];
        return new(
            both,
            [.. both.Select(seed => left[seed])],
            [.. both.Select(seed => right[seed])],
            [.. left.Keys.Except(right.Keys).Order()],
            [.. right.Keys.Except(left.Keys).Order()]);
    }

    private static Dictionary<long, RunRecord> NewestBySeed(IEnumerable<RunRecord> runs, string metric) => runs
        .Where(run => run.Status == RunStatus.Finished && double.IsFinite(run.Metrics.GetValueOrDefault(metric, double.NaN)))
        .GroupBy(run => run.Seed)
        .ToDictionary(group => group.Key, group => group.MaxBy(run => (run.CreatedAt, run.Id))!);
}
