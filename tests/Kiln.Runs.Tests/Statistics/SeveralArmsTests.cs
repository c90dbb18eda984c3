using MathNet.Numerics.Distributions;

namespace Kiln.Runs.Tests;

public class SeveralArmsTests
{
    [Fact]
    public void Three_arms_need_seven_seeds_and_it_is_said()
    {
        var several = SeveralArms.Of([Arm("a", 0.80, 6), Arm("b", 0.85, 6), Arm("c", 0.90, 6)]);
        Assert.Equal([1, 0], several.Undecided);
        Assert.Equal(1, several.PairsToAdd);
        Assert.Equal(
            "c has the best mean of 3 (0.9025 over 6 seeds). Cannot tell yet whether c is better than b or a: add 1 seed (3 comparisons at once need at least 7 seeds).",
            several.Sentence);
    }

    [Fact]
    public void The_best_of_three_is_called_with_holms_p()
    {
        var several = SeveralArms.Of([Arm("a", 0.80, 8), Arm("b", 0.85, 8), Arm("c", 0.90, 8)]);
        Assert.Equal([2, 1, 0], several.Ranking);
        Assert.Equal([1, 0], several.Beaten);
        Assert.All(several.Pairs, pair => Assert.Equal(3 * 2 / 256.0, pair.Comparison.AdjustedPValue, 1e-12));
        Assert.Equal(
            "c has the best mean of 3 (0.9035 over 8 seeds). c is better than b and a (largest p = 0.023 after Holm's correction for 3 comparisons).",
            several.Sentence);
    }

    [Fact]
    public void Arms_that_equal_the_best_are_named_apart_from_those_it_beats()
    {
        var several = SeveralArms.Of([Arm("a", 0.80, 8), Arm("b", 0.9001, 8), Arm("c", 0.90, 8)]);
        Assert.Equal([2], several.Same);
        Assert.Equal([0], several.Beaten);
        Assert.EndsWith("b and c are practically the same: the difference is under 0.0050.", several.Sentence);
    }

    [Fact]
    public void Of_a_loss_the_smallest_is_best()
    {
        var several = SeveralArms.Of([Arm("a", 0.2, 8), Arm("b", 0.3, 8), Arm("c", 0.4, 8)], new PairedComparisonOptions { HigherIsBetter = false });
        Assert.Equal([0, 1, 2], several.Ranking);
        Assert.Equal([1, 2], several.Beaten);
    }

    [Fact]
    public void Two_arms_are_the_paired_comparison_itself()
    {
        var (a, b) = (Arm("a", 0.8, 6), Arm("b", 0.9, 6));
        Assert.Equal(PairedComparison.Of(a.Values, b.Values, new PairedComparisonOptions { NameA = "a", NameB = "b" }).Sentence, SeveralArms.Of([a, b]).Sentence);
    }

    [Fact]
    public void Of_four_equal_arms_at_most_five_comparisons_in_a_hundred_call_any_winner()
    {
        const int simulations = 2000;
        var random = new Random(11);
        var called = Enumerable.Range(0, simulations).Count(_ => SeveralArms
            .Of([.. "abcd".Select(name => new ArmScores(name.ToString(), [.. Enumerable.Range(0, 10).Select(_ => Normal.Sample(random, 0.8, 0.02))]))])
            .Pairs.Any(pair => pair.Comparison.Verdict is ComparisonVerdict.ABetter or ComparisonVerdict.BBetter));
        Assert.InRange(called / (double)simulations, 0, 0.05);
    }

    [Fact]
    public void With_a_baseline_the_others_are_compared_with_it_alone_and_fewer_seeds_are_enough()
    {
        ArmScores[] arms = [Arm("base", 0.85, 7), Arm("worse", 0.80, 7), Arm("better", 0.90, 7), Arm("alike", 0.8501, 7)];
        Assert.NotEmpty(SeveralArms.Of(arms).Undecided);
        var several = SeveralArms.Of(arms, hasBaseline: true);
        Assert.Equal([(0, 1), (0, 2), (0, 3)], several.Pairs.Select(pair => (pair.A, pair.B)));
        Assert.Equal([2], several.BetterThanBaseline);
        Assert.Equal([1], several.Beaten);
        Assert.Equal([3], several.Same);
        Assert.Empty(several.Undecided);
        Assert.Equal(
            "Against the baseline base (0.8530 over 7 seeds): better is better (p = 0.047 after Holm's correction for 3 comparisons). "
            + "worse is worse (p = 0.047 after Holm's correction for 3 comparisons). base and alike are practically the same: the difference is under 0.0050.",
            several.Sentence);
    }

    [Fact]
    public void With_a_baseline_and_too_few_seeds_the_question_names_the_open_arms()
    {
        var several = SeveralArms.Of([Arm("base", 0.85, 6), Arm("b", 0.80, 6), Arm("c", 0.90, 6)], hasBaseline: true);
        Assert.EndsWith("Cannot tell yet whether c or b differ from it: add 1 seed (2 comparisons at once need at least 7 seeds).", several.Sentence);
    }

    [Fact]
    public void An_arms_mean_has_an_interval_that_does_not_assume_normal_scores_wherever_there_is_one()
    {
        double[] six = [0.81, 0.83, 0.80, 0.86, 0.82, 0.84];
        ArmScores[] Both(IEnumerable<double> values) => [new("a", [.. values]), new("b", [.. values.Select(value => value + 0.1)])];
        var seeds = SeveralArms.Of(Both(six)).Means[0];
        Assert.Equal(("inverted sign-flip test", false, 0.80, 0.86), (seeds.Method, seeds.IsApproximate, seeds.Low, seeds.High));
        var few = SeveralArms.Of(Both(six.Take(5))).Means[0];
        Assert.Equal(("Student's t", true), (few.Method, few.IsApproximate));
        var folds = SeveralArms.Of(Both(six.Take(5)), new PairedComparisonOptions { Pairing = Pairing.Fold }).Means[0];
        Assert.Equal("corrected t", folds.Method);
        Assert.True(folds.High - folds.Low > few.High - few.Low, "folds share their examples: the interval is wider");
        var answers = SeveralArms.Of([new("a", [.. Enumerable.Repeat(1.0, 30)]), new("b", [.. Enumerable.Repeat(0.0, 30)])], new PairedComparisonOptions { Pairing = Pairing.Example }).Means[0];
        Assert.Equal(("Wilson's score", 1.0), (answers.Method, answers.High));
        Assert.Equal(0.8865, answers.Low, 0.0001);
    }

    [Fact]
    public void Arms_of_different_lengths_and_repeated_names_are_refused()
    {
        Assert.Contains("'b'", Assert.Throws<ArgumentException>(() => SeveralArms.Of([Arm("a", 0.8, 6), Arm("b", 0.8, 5)])).Message);
        Assert.Contains("2 times", Assert.Throws<ArgumentException>(() => SeveralArms.Of([Arm("a", 0.8, 6), Arm("a", 0.8, 6)])).Message);
        Assert.Throws<ArgumentException>(() => SeveralArms.Of([Arm("a", 0.8, 6)]));
    }

    [Fact]
    public void The_pareto_front_leaves_out_what_another_beats_in_everything()
    {
        // Quality negated, seconds, parameters: the second is slower, larger and worse than the first; the last lacks its time.
        var front = ParetoFront.Of([[-0.9, 10, 100], [-0.8, 20, 200], [-0.95, 30, 900], [-0.9, 10, 100], [-0.9, double.NaN, 100]]);
        Assert.Equal([true, false, true, true, false], front);
    }

    private static ArmScores Arm(string name, double mean, int seeds) =>
        new(name, [.. Enumerable.Range(0, seeds).Select(seed => mean + (0.001 * seed))]);
}
