namespace Kiln.Runs.Tests;

/// <summary>Pairs that are folds or test examples instead of seeds, and comparisons made together.</summary>
public class PairingTests
{
    private const string OneTrainingEach =
        " This compares two trained models, not two ways to train: another seed may turn it round. To see that, train each with several seeds (--seeds 6).";

    [Fact]
    public void Over_test_examples_mcnemars_test_decides_and_the_sentence_says_what_it_does_not_show()
    {
        var comparison = Answers(both: 800, onlyA: 20, onlyB: 50, neither: 130);
        Assert.Equal(("McNemar's test", ComparisonVerdict.BBetter), (comparison.Test.Name, comparison.Verdict));
        Assert.Equal(("BCa bootstrap", true), (comparison.Interval.Name, comparison.Interval.IsApproximate));
        Assert.Equal(
            "B is better than A by 0.0300 (approximate 95 % interval 0.0140 to 0.0470, McNemar's test p < 0.001, 1,000 test examples)." + OneTrainingEach,
            comparison.Sentence);
    }

    [Fact]
    public void Mcnemars_test_is_the_sign_flip_test_of_right_and_wrong_answers()
    {
        var comparison = Answers(both: 8, onlyA: 2, onlyB: 7, neither: 1);
        Assert.Equal(SignFlipTest.Of(comparison.Differences).PValue, comparison.Test.PValue, 1e-12);
    }

    [Fact]
    public void Too_few_disagreements_ask_for_more_test_examples()
    {
        var comparison = Answers(both: 80, onlyA: 3, onlyB: 7, neither: 10);
        Assert.Equal(ComparisonVerdict.CannotTell, comparison.Verdict);
        Assert.StartsWith($"Cannot tell yet: add about {comparison.PairsToAdd} test examples (mean difference 0.0400, approximate 95 % interval", comparison.Sentence);
        Assert.EndsWith(OneTrainingEach, comparison.Sentence);
    }

    [Theory]
    [InlineData(597, ComparisonVerdict.CannotTell)]
    [InlineData(598, ComparisonVerdict.PracticallySame)]
    public void Equal_answers_are_practically_the_same_only_where_there_are_enough_of_them(int examples, ComparisonVerdict verdict) =>
        Assert.Equal(verdict, Answers(both: examples, onlyA: 0, onlyB: 0, neither: 0).Verdict);

    [Fact]
    public void Few_answers_without_disagreement_leave_room_for_one_and_ask_for_the_rest()
    {
        var comparison = Answers(both: 30, onlyA: 0, onlyB: 0, neither: 0);
        Assert.Equal((568, 1 - Math.Pow(0.05, 1 / 30.0)), (comparison.PairsToAdd, comparison.Interval.High));
        Assert.StartsWith(
            "Cannot tell yet: add about 568 test examples (mean difference 0.0000, 95 % interval -0.0950 to 0.0950, McNemar's test p = 1, 30 test examples).",
            comparison.Sentence);
    }

    [Fact]
    public void Losses_of_test_examples_are_compared_by_the_sign_flip_test()
    {
        var random = new Random(4);
        double[] a = [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble())];
        var comparison = PairedComparison.Of(a, [.. a.Select(loss => loss - 0.02 - (0.01 * random.NextDouble()))],
            new PairedComparisonOptions { Pairing = Pairing.Example, HigherIsBetter = false });
        Assert.Equal(("sign-flip test", ComparisonVerdict.BBetter), (comparison.Test.Name, comparison.Verdict));
    }

    [Fact]
    public void Over_folds_the_corrected_test_decides_and_says_so()
    {
        var comparison = Folds([0.80, 0.81, 0.79, 0.80, 0.82], [0.85, 0.85, 0.85, 0.86, 0.86]);
        var expected = NadeauBengioTest.Of(comparison.Differences);
        Assert.Equal((expected.PValue, expected.Low, expected.High), (comparison.Test.PValue, comparison.Interval.Low, comparison.Interval.High));
        Assert.Equal("B is better than A by 0.0500 (approximate 95 % interval 0.0314 to 0.0686, corrected for shared training examples p = 0.002, 5 folds).", comparison.Sentence);
    }

    [Fact]
    public void Folds_that_do_not_tell_send_to_seeds()
    {
        var comparison = Folds([0.80, 0.84, 0.78, 0.83, 0.79], [0.83, 0.82, 0.82, 0.82, 0.83]);
        Assert.Null(comparison.PairsToAdd);
        Assert.StartsWith("Cannot tell yet: train with several seeds instead, because more folds of the same examples add little (", comparison.Sentence);
    }

    [Fact]
    public void Folds_count_for_less_than_seeds_in_the_probabilities_too()
    {
        double[] a = [0.80, 0.81, 0.79, 0.80, 0.82, 0.81], b = [0.81, 0.82, 0.80, 0.82, 0.82, 0.82];
        Assert.True(Folds(a, b).Rope!.Better < PairedComparison.Of(a, b).Rope!.Better);
    }

    [Fact]
    public void Seeds_that_tie_are_named()
    {
        var comparison = PairedComparison.Of([0.8, 0.8, 0.8, 0.8, 0.8, 0.8], [0.9, 0.91, 0.92, 0.93, 0.94, 0.8]);
        Assert.Equal(ComparisonVerdict.CannotTell, comparison.Verdict);
        Assert.Contains("p = 0.063, 6 seeds, 1 of them without a difference", comparison.Sentence);
    }

    [Fact]
    public void A_difference_of_one_and_a_half_deviations_needs_seven_seeds_because_six_must_all_agree()
    {
        Assert.Equal(6, SampleSize.Pairs(2, 1, 0.05, 0.8));
        Assert.Equal(7, SampleSize.Pairs(1.5, 1, 0.05, 0.8));
    }

    private static PairedComparison Folds(double[] a, double[] b) => PairedComparison.Of(a, b, new PairedComparisonOptions { Pairing = Pairing.Fold });

    private static PairedComparison Answers(int both, int onlyA, int onlyB, int neither)
    {
        double[] a = [.. Many(1, both), .. Many(1, onlyA), .. Many(0, onlyB), .. Many(0, neither)];
        double[] b = [.. Many(1, both), .. Many(0, onlyA), .. Many(1, onlyB), .. Many(0, neither)];
        return PairedComparison.Of(a, b, new PairedComparisonOptions { Pairing = Pairing.Example });
    }

    private static IEnumerable<double> Many(double value, int count) => Enumerable.Repeat(value, count);
}
