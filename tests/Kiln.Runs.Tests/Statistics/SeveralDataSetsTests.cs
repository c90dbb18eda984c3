using System.Collections.Immutable;

namespace Kiln.Runs.Tests;

public class SeveralDataSetsTests
{
    [Fact]
    public void Two_arms_over_six_data_sets_are_told_apart_by_wilcoxons_test()
    {
        var several = Compare(6, ("a", 0), ("b", 0.02));
        Assert.Null(several.Friedman);
        Assert.Equal(0.03125, several.Pairs[0].Test.PValue);
        Assert.Equal("b is better than a over 6 data sets (Wilcoxon's test p = 0.031).", several.Sentence);
    }

    [Fact]
    public void Too_few_data_sets_say_how_many_are_missing() => Assert.Equal(
        "Cannot tell yet: add 3 data sets (3 data sets are too few to tell arms apart by their ranks; b has the best mean rank, 1 of 2).",
        Compare(3, ("a", 0), ("b", 0.02)).Sentence);

    [Fact]
    public void A_data_set_on_which_two_arms_tie_does_not_count_towards_the_fewest()
    {
        // The normal approximation, which ties ask for, gives p = .043 where the smallest exact p of five is .0625.
        var several = SeveralDataSets.Of(
            ["u", "v", "w", "x", "y", "z"],
            [("a", [[0.5], [0.5], [0.5], [0.5], [0.5], [0.5]]), ("b", [[0.5], [0.51], [0.52], [0.53], [0.54], [0.55]])]);
        Assert.True(several.Pairs[0].Test.PValue < 0.05);
        Assert.StartsWith("Cannot tell yet: add data sets (the two differ on 5 data sets only, and 6 are the fewest that can tell; over 6 data sets b has", several.Sentence);
    }

    [Fact]
    public void Three_arms_are_told_apart_by_friedmans_test_and_nemenyis_difference()
    {
        var several = Compare(8, ("a", 0), ("b", 0.02), ("c", 0.04));
        Assert.Equal([3.0, 2.0, 1.0], several.MeanRanks);
        Assert.Equal([0], several.Beaten);
        Assert.Equal(
            "c is better than a over 8 data sets (Friedman's test p < 0.001; mean ranks must differ by 1.17). Cannot tell yet whether it is better than b: add data sets.",
            several.Sentence);
    }

    [Fact]
    public void Arms_that_cannot_be_told_apart_form_groups_that_may_overlap()
    {
        var critical = Compare(8, ("a", 0), ("b", 0.02), ("c", 0.04)).CriticalDifference!;
        Assert.Equal([[2, 1], [1, 0]], critical.Groups.Select(group => group.ToArray()));
    }

    [Fact]
    public void Equal_arms_cannot_be_told_apart()
    {
        var several = Compare(8, ("a", 0), ("b", 0), ("c", 0));
        Assert.Equal(1, several.Friedman!.PValue);
        Assert.StartsWith("Cannot tell yet: add data sets (Friedman's test p = 1;", several.Sentence);
        Assert.Equal([0, 1, 2], Assert.Single(several.CriticalDifference!.Groups));
    }

    [Fact]
    public void A_failed_run_hardly_moves_the_interquartile_mean()
    {
        ImmutableArray<double> scores = [0.90, 0.91, 0.92, 0.93, 0.94, 0.95, 0.96, 0.10];
        var middle = InterquartileMean.Of([scores]);
        Assert.Equal(0.925, middle.Value, 1e-9);
        Assert.InRange(middle.Value, middle.Interval.Low, middle.Interval.High);
    }

    [Fact]
    public void An_arm_that_lacks_a_data_set_is_refused() => Assert.Contains("'b' on 2", Assert.Throws<ArgumentException>(() =>
        SeveralDataSets.Of(["x", "y"], [("a", [[0.8], [0.8]]), ("b", [[0.8]])])).Message);

    private static SeveralDataSets Compare(int dataSets, params (string Name, double Gain)[] arms) => SeveralDataSets.Of(
        [.. Enumerable.Range(0, dataSets).Select(data => $"data{data}")],
        [.. arms.Select(arm => (arm.Name, (IReadOnlyList<ImmutableArray<double>>)[.. Enumerable.Range(0, dataSets).Select(data => Runs(data, arm.Gain))]))]);

    // The further data sets the greater the gain, so that no two differences tie.
    private static ImmutableArray<double> Runs(int data, double gain) => [0.7 + (0.03 * data) + (gain * (1 + (0.1 * data))), 0.72 + (0.03 * data) + (gain * (1 + (0.1 * data)))];
}
