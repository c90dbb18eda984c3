namespace Kiln.Runs;

/// <summary>The sentences that say what a comparison shows and why.</summary>
internal static class VerdictWords
{
    private const string OneTrainingEach =
        " This compares two trained models, not two ways to train: another seed may turn it round. To see that, train each with several seeds (--seeds 6).";

    public static string Of(PairedComparison comparison, string nameA, string nameB)
    {
        var sentence = comparison.Verdict switch
        {
            ComparisonVerdict.ABetter => Winner(comparison, nameA, nameB),
            ComparisonVerdict.BBetter => Winner(comparison, nameB, nameA),
            ComparisonVerdict.PracticallySame => Same(comparison, nameA, nameB),
            _ => CannotTell(comparison),
        };
        return comparison.Options.Pairing == Pairing.Example ? sentence + OneTrainingEach : sentence;
    }

    private static string Winner(PairedComparison comparison, string winner, string loser)
    {
        var side = Math.Sign(comparison.MeanDifference);
        var (low, high) = (side * comparison.Interval.Low, side * comparison.Interval.High);
        var sentence = $"{winner} is better than {loser} by {NumberWords.Value(Math.Abs(comparison.MeanDifference))} "
            + $"({Interval(comparison)} {NumberWords.Value(Math.Min(low, high))} to {NumberWords.Value(Math.Max(low, high))}, {Evidence(comparison)}).";
        return comparison.Rope is { Same: > 0.5 } rope
            ? $"{sentence} But a difference under {NumberWords.Value(rope.Width)} hardly matters, and this one is that small with probability {NumberWords.Probability(rope.Same)}."
            : sentence;
    }

    private static string Same(PairedComparison comparison, string nameA, string nameB) =>
        $"{nameA} and {nameB} are practically the same: the difference is under "
        + $"{NumberWords.Value(comparison.Options.Rope)} with probability {NumberWords.Probability(comparison.Rope!.Same)} ({Pairs(comparison)}).";

    private static string CannotTell(PairedComparison comparison) => $"Cannot tell yet: {Advice(comparison)} ({Reason(comparison)}).";

    private static string Advice(PairedComparison comparison) => comparison switch
    {
        { Options.Pairing: Pairing.Fold } => "train with several seeds instead, because more folds of the same examples add little",
        { PairsToAdd: { } pairs, Options.Pairing: Pairing.Example } => $"add about {Pairs(comparison, pairs)}",
        { PairsToAdd: { } pairs } => $"add {Pairs(comparison, pairs)}",
        _ => $"the difference is so small beside its spread that over {NumberWords.Count(SampleSize.Largest, Unit(comparison))} would be needed",
    };

    private static string Reason(PairedComparison comparison) => comparison switch
    {
        { Count: 1 } => $"a single {Unit(comparison)} shows no spread",
        _ when comparison.Count < comparison.LeastCount => TooFew(comparison),
        _ => $"mean difference {NumberWords.Value(comparison.MeanDifference)}, {Interval(comparison)} {NumberWords.Value(comparison.Interval.Low)} to {NumberWords.Value(comparison.Interval.High)}, "
            + Evidence(comparison) + (comparison.Ties > 0 && comparison.Options.Pairing == Pairing.Seed ? $", {comparison.Ties} of them without a difference" : ""),
    };

    private static string TooFew(PairedComparison comparison)
    {
        var made = comparison.Options.Comparisons;
        var smallest = NumberWords.Probability(Math.Min(1, comparison.Test.SmallestPossible * made));
        return $"with {Pairs(comparison)} {(made > 1 ? $"and {made} comparisons at once " : "")}no p below {smallest} is possible; mean difference {NumberWords.Value(comparison.MeanDifference)}";
    }

    private static string Evidence(PairedComparison comparison)
    {
        var options = comparison.Options;
        var test = options.Pairing switch
        {
            Pairing.Seed => "",
            Pairing.Fold => "corrected for shared training examples ",
            _ => comparison.Test.Name + " ",
        };
        var holm = options.Comparisons > 1 ? $" after Holm's correction for {options.Comparisons} comparisons" : "";
        return $"{test}{NumberWords.P(comparison.AdjustedPValue)}{holm}, {Pairs(comparison)}";
    }

    private static string Interval(PairedComparison comparison) =>
        $"{(comparison.Interval.IsApproximate ? "approximate " : "")}{NumberWords.Percent(comparison.Interval.Level)} interval";

    private static string Pairs(PairedComparison comparison) => Pairs(comparison, comparison.Count);

    private static string Pairs(PairedComparison comparison, int count) => NumberWords.Count(count, Unit(comparison));

    private static string Unit(PairedComparison comparison) => NumberWords.UnitOf(comparison.Options.Pairing);
}
