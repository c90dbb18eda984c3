using System.Collections.Immutable;

namespace Kiln.Runs.Tests;

public class SimulationTests
{
    private static readonly bool IsSlow = Environment.GetEnvironmentVariable("KILN_SLOW_TESTS") == "1";

    public static TheoryData<Population, int> Symmetric => new(
        from population in Population.All.Where(population => population.IsSymmetric)
        from n in new[] { 6, 10, 30 }
        select (population, n));

    [Theory]
    [MemberData(nameof(Symmetric))]
    public void The_sign_flip_interval_covers_at_least_its_level_less_a_point(Population population, int n)
    {
        Assert.SkipUnless(n <= 10 || IsSlow, "half a minute: run ./test.sh --all");
        Assert.InRange(Simulation.SignFlipCoverage(population, n), 0.94, 1);
    }

    [Theory]
    [MemberData(nameof(Symmetric))]
    public void The_interval_shown_for_an_arms_mean_covers_at_least_its_level_less_a_point(Population population, int n)
    {
        Assert.SkipUnless(n <= 10 || IsSlow, "half a minute: run ./test.sh --all");
        Assert.InRange(Simulation.ArmMeanCoverage(population, n), 0.94, 1);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    [InlineData(30)]
    public void The_t_interval_covers_normal_means_at_least_at_its_level_less_a_point(int n) =>
        Assert.InRange(Simulation.TCoverage(Population.Normally, n), 0.94, 1);

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(12)]
    public void Of_all_sign_patterns_of_any_differences_the_sign_flip_test_rejects_at_most_a_share_alpha(int n)
    {
        var random = new Random(n);
        foreach (var steps in new[] { 1, 3, 1000 })
        {
            // Ties and zeros among few steps, none among many. This counts the false-alarm rate instead of estimating it.
            double[] sizes = [.. Enumerable.Range(0, n).Select(_ => (double)random.Next(steps + 1))];
            var rejected = Enumerable.Range(0, 1 << n).Count(pattern => SignFlipTest.Of(Signed(sizes, pattern)).PValue <= 0.05);
            Assert.InRange(rejected / (double)(1 << n), 0, 0.05);
        }
    }

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    public void Of_all_ways_to_call_two_equal_arms_A_and_B_in_each_pair_at_most_a_share_alpha_has_a_winner(int n)
    {
        // Equal arms could change places in any pair: all sign patterns are equally likely, and this counts them.
        foreach (var population in Population.All)
        {
            double[] sizes = [.. population.Sample(new Random(n), n).Select(value => 0.02 * Math.Abs(value))];
            var called = Enumerable.Range(0, 1 << n).Count(pattern => PairedComparison.Of(new double[n], Signed(sizes, pattern)).Verdict is ComparisonVerdict.ABetter or ComparisonVerdict.BBetter);
            Assert.InRange(called / (double)(1 << n), 0, 0.05);
        }
    }

    [Fact]
    public void Of_two_thousand_comparisons_of_equal_arms_over_six_seeds_at_most_five_in_a_hundred_have_a_winner_called() =>
        Assert.All(Population.All, population => Assert.InRange(Simulation.WinnersOfEqualArms(population, 6, Simulation.Count), 0, 0.05));

    [Fact]
    public void Of_equal_arms_over_six_seeds_at_most_five_in_a_hundred_have_a_winner_called_whatever_they_are_drawn_from() =>
        Assert.All(Population.All, population => Assert.InRange(Simulation.WinnersOfEqualArms(population, 6), 0, 0.05));

    [Fact]
    public void A_difference_of_two_deviations_is_called_over_six_seeds_at_least_eighty_times_in_a_hundred() =>
        Assert.InRange(Simulation.Winners(6, deviations: 2), 0.8, 1);

    [Fact]
    public void Over_folds_the_corrected_test_keeps_its_level_where_the_plain_one_does_not()
    {
        // The level is exactly .05 here, so that the count scatters around it: within three standard errors of so many.
        var error = Math.Sqrt(0.05 * 0.95 / Simulation.FoldCount);
        Assert.InRange(Simulation.FoldAlarms(differences => NadeauBengioTest.Of(differences).PValue <= 0.05), 0.05 - (3 * error), 0.05 + (3 * error));
        Assert.True(Simulation.FoldAlarms(differences => MeanInterval.Of(differences) is { Low: > 0 } or { High: < 0 }) > 0.10);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(2)]
    public void As_many_pairs_as_are_said_to_show_a_difference_show_it_about_as_often_as_promised(double deviations) =>
        Assert.InRange(Simulation.AsPlanned(deviations).Power, 0.75, 0.95);

    [Fact]
    public void The_readme_shows_the_figures_that_the_simulations_give()
    {
        Assert.SkipUnless(IsSlow, "some minutes: run ./test.sh --all");
        SimulationPage.CheckOrWrite();
    }

    private static ImmutableArray<double> Signed(double[] sizes, int pattern) =>
        [.. sizes.Select((size, i) => (pattern >> i & 1) == 0 ? size : -size)];
}
