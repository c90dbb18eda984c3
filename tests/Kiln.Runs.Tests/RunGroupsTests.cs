using System.Collections.Immutable;

namespace Kiln.Runs.Tests;

public class RunGroupsTests
{
    [Fact]
    public void A_group_has_mean_deviation_and_count_over_its_finite_values()
    {
        RunRecord[] runs = [Run("a", 0, 0.5), Run("b", 0, 0.9), Run("a", 1, 0.7), Run("a", 2, double.NaN), Run("a", 3, null)];
        var groups = GroupStatistic.By(runs, run => run.ModelName, "acc");
        Assert.Equal(["a", "b"], groups.Select(group => group.Key));
        Assert.Equal((2, 2), (groups[0].Count, groups[0].Missing));
        Assert.Equal(0.6, groups[0].Mean, 1e-15);
        Assert.Equal(Math.Sqrt(0.02), groups[0].Deviation!.Value, 1e-15);
        Assert.Null(groups[1].Deviation);
    }

    [Fact]
    public void Runs_are_paired_by_seed_and_those_without_a_partner_are_named()
    {
        var pairs = SeedPairs.Match(
            [Run("a", 2, 0.2), Run("a", 1, 0.1), Run("a", 3, 0.3)],
            [Run("b", 1, 0.4), Run("b", 2, 0.5), Run("b", 3, double.NaN), Run("b", 9, 0.6)],
            "acc");
        Assert.Equal([1, 2], pairs.Seeds);
        Assert.Equal([0.1, 0.2], pairs.A.Select(run => run.Metrics["acc"]));
        Assert.Equal([0.4, 0.5], pairs.B.Select(run => run.Metrics["acc"]));
        Assert.Equal([3], pairs.OnlyA);
        Assert.Equal([9], pairs.OnlyB);
    }

    [Fact]
    public void Of_several_runs_with_one_seed_the_newest_finished_one_is_taken()
    {
        var old = Run("a", 1, 0.1) with { CreatedAt = DateTimeOffset.UnixEpoch };
        var good = Run("a", 1, 0.2) with { CreatedAt = DateTimeOffset.UnixEpoch.AddDays(1) };
        var broken = Run("a", 1, 0.3) with { CreatedAt = DateTimeOffset.UnixEpoch.AddDays(2), Status = RunStatus.Failed };
        var pairs = SeedPairs.Match([old, good, broken], [Run("b", 1, 0.5)], "acc");
        Assert.Equal(0.2, Assert.Single(pairs.A).Metrics["acc"]);
    }

    private static RunRecord Run(string model, long seed, double? accuracy) => new()
    {
        Id = $"{model}{seed}",
        Name = model,
        ModelName = model,
        Seed = seed,
        Status = RunStatus.Finished,
        Metrics = accuracy is { } value
            ? ImmutableSortedDictionary<string, double>.Empty.Add("acc", value)
            : ImmutableSortedDictionary<string, double>.Empty,
    };
}
