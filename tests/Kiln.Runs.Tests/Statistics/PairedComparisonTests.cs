using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace Kiln.Runs.Tests;

public class PairedComparisonTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 0.25)]
    [InlineData(5, 0.0625)]
    [InlineData(6, 0.03125)]
    public void The_smallest_p_that_n_allows_is_reached_when_every_pair_agrees(int n, double smallest)
    {
        var test = SignFlipTest.Of([.. Enumerable.Range(1, n).Select(i => (double)i)]);
        Assert.Equal(smallest, test.SmallestPossible);
        Assert.Equal(smallest, test.PValue);
    }

    [Fact]
    public void Six_pairs_that_all_favour_b_make_it_better()
    {
        var comparison = Compare([0.80, 0.81, 0.79, 0.80, 0.82, 0.80], [0.85, 0.85, 0.85, 0.86, 0.86, 0.84]);
        Assert.Equal(ComparisonVerdict.BBetter, comparison.Verdict);
        Assert.Equal("B is better than A by 0.0483 (95 % interval 0.0400 to 0.0600, p = 0.031, 6 seeds).", comparison.Sentence);
        Assert.Equal(0, comparison.ProbabilityABetter);
        Assert.Null(comparison.PairsToAdd);
    }

    [Fact]
    public void The_winner_is_named_whichever_arm_it_is()
    {
        var options = new PairedComparisonOptions { NameA = "large", NameB = "small" };
        var comparison = PairedComparison.Of([0.85, 0.85, 0.85, 0.86, 0.86, 0.84], [0.80, 0.81, 0.79, 0.80, 0.82, 0.80], options);
        Assert.Equal(ComparisonVerdict.ABetter, comparison.Verdict);
        Assert.Equal("large is better than small by 0.0483 (95 % interval 0.0400 to 0.0600, p = 0.031, 6 seeds).", comparison.Sentence);
        Assert.Equal(1, comparison.ProbabilityABetter);
    }

    [Fact]
    public void Of_a_loss_the_smaller_is_better()
    {
        var options = new PairedComparisonOptions { HigherIsBetter = false };
        var comparison = PairedComparison.Of([0.5, 0.6, 0.5, 0.6, 0.5, 0.6], [0.3, 0.3, 0.3, 0.3, 0.3, 0.3], options);
        Assert.Equal(ComparisonVerdict.BBetter, comparison.Verdict);
        Assert.True(comparison.MeanDifference < 0);
        Assert.True(comparison.Rope!.Better > 0.99);
        Assert.Equal(0, comparison.ProbabilityABetter);
    }

    [Fact]
    public void Equal_arms_are_practically_the_same_and_a_tie_counts_half()
    {
        double[] values = [0.8, 0.81, 0.82, 0.8, 0.81, 0.82];
        var comparison = PairedComparison.Of(values, values);
        Assert.Equal(ComparisonVerdict.PracticallySame, comparison.Verdict);
        Assert.Equal((1.0, 0.5), (comparison.Test.PValue, comparison.ProbabilityABetter));
        Assert.Equal("A and B are practically the same: the difference is under 0.0050 with probability 1 (6 seeds).", comparison.Sentence);
    }

    [Fact]
    public void A_difference_that_is_real_but_tiny_is_practically_the_same()
    {
        var comparison = Compare([0.8, 0.8, 0.8, 0.8, 0.8, 0.8], [0.801, 0.802, 0.801, 0.802, 0.801, 0.801]);
        Assert.True(comparison.Test.PValue < 0.05);
        Assert.Equal(ComparisonVerdict.PracticallySame, comparison.Verdict);
    }

    [Fact]
    public void Three_seeds_cannot_tell_and_the_missing_ones_are_counted()
    {
        var comparison = Compare([0.8, 0.8, 0.8], [0.9, 0.91, 0.9]);
        Assert.Equal(ComparisonVerdict.CannotTell, comparison.Verdict);
        Assert.Equal(3, comparison.PairsToAdd);
        Assert.False(comparison.Interval.IsBounded);
        Assert.Equal("Cannot tell yet: add 3 seeds (with 3 seeds no p below 0.25 is possible; mean difference 0.1033).", comparison.Sentence);
    }

    [Fact]
    public void A_single_seed_cannot_tell()
    {
        var comparison = Compare([0.8], [0.9]);
        Assert.Equal("Cannot tell yet: add 5 seeds (a single seed shows no spread).", comparison.Sentence);
        Assert.Null(comparison.Rope);
    }

    [Fact]
    public void A_wide_spread_asks_for_more_seeds()
    {
        var comparison = Compare([0.80, 0.84, 0.78, 0.83, 0.79, 0.82], [0.83, 0.82, 0.82, 0.82, 0.83, 0.81]);
        Assert.Equal(ComparisonVerdict.CannotTell, comparison.Verdict);
        var needed = SampleSize.Pairs(comparison.MeanDifference, comparison.DifferenceDeviation!.Value, 0.05, 0.8);
        Assert.Equal(needed - 6, comparison.PairsToAdd);
        Assert.StartsWith($"Cannot tell yet: add {comparison.PairsToAdd} seeds (mean difference 0.0117, 95 % interval", comparison.Sentence);
    }

    [Fact]
    public void A_hopelessly_small_difference_says_so()
    {
        var options = new PairedComparisonOptions { Rope = 0 };
        var comparison = PairedComparison.Of([0, 0, 0, 0, 0, 0], [1, -1, 1, -1, 1, -1], options);
        Assert.Null(comparison.PairsToAdd);
        Assert.Contains("over 10,000 seeds would be needed", comparison.Sentence);
    }

    [Fact]
    public void Above_twenty_pairs_patterns_are_drawn_from_a_seed_and_it_is_stated()
    {
        var random = new Random(1);
        ImmutableArray<double> differences = [.. Enumerable.Range(0, 30).Select(_ => Normal.Sample(random, 0.3, 1))];
        var test = SignFlipTest.Of(differences, seed: 5);
        var interval = SignFlipInterval.Of(differences, seed: 5);
        Assert.False(test.IsExact);
        Assert.False(interval.IsExact);
        Assert.Equal(test.PValue, SignFlipTest.Of(differences, seed: 5).PValue);
        Assert.Equal(interval, SignFlipInterval.Of(differences, seed: 5));
        Assert.Equal(TTestP(differences), test.PValue, 0.01);
    }

    [Fact]
    public void Twenty_pairs_are_still_exact()
    {
        var random = new Random(2);
        ImmutableArray<double> differences = [.. Enumerable.Range(0, 20).Select(_ => Normal.Sample(random, 0.3, 1))];
        var test = SignFlipTest.Of(differences);
        Assert.True(test.IsExact);
        Assert.Equal(TTestP(differences), test.PValue, 0.01);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    public void Of_two_equal_arms_at_most_five_in_a_hundred_are_called_different(int n)
    {
        const int simulations = 2000;
        var random = new Random(3);
        var called = 0;
        for (var i = 0; i < simulations; i++)
        {
            var comparison = Compare(Sample(random, n), Sample(random, n));
            if (comparison.Verdict is ComparisonVerdict.ABetter or ComparisonVerdict.BBetter)
                called++;
        }
        // Three standard errors of the count above the nominal share.
        Assert.InRange(called / (double)simulations, 0, 0.05 + (3 * Math.Sqrt(0.05 * 0.95 / simulations)));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    public void The_interval_covers_the_true_mean_as_often_as_it_says(int n)
    {
        const int simulations = 2000;
        var random = new Random(4);
        var covered = Enumerable.Range(0, simulations).Count(_ =>
        {
            var interval = SignFlipInterval.Of([.. Sample(random, n)]);
            return interval.Low <= 0.8 && 0.8 <= interval.High;
        });
        Assert.InRange(covered / (double)simulations, 0.94, 1);
    }

    [Fact]
    public void Values_without_a_partner_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Compare([1, 2], [1]));
        Assert.Contains("Pair the runs by their seeds", error.Message);
    }

    [Fact]
    public void A_value_that_is_no_number_is_refused_with_its_place()
    {
        var error = Assert.Throws<ArgumentException>(() => Compare([1, 2], [1, double.NaN]));
        Assert.Contains("index 1", error.Message);
    }

    [Fact]
    public void No_values_are_refused() => Assert.Throws<ArgumentException>(() => Compare([], []));

    private static PairedComparison Compare(double[] a, double[] b) => PairedComparison.Of(a, b);

    private static double[] Sample(Random random, int n) => [.. Enumerable.Range(0, n).Select(_ => Normal.Sample(random, 0.8, 0.02))];

    private static double TTestP(ImmutableArray<double> differences)
    {
        var scale = Differences.Deviation(differences)!.Value / Math.Sqrt(differences.Length);
        return 2 * StudentT.CDF(0, 1, differences.Length - 1, -Math.Abs(Differences.Mean(differences) / scale));
    }
}
