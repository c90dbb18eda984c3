namespace Kiln.Runs;

/// <summary>The sentences on several arms.</summary>
internal static class SeveralArmsWords
{
    public static string Of(SeveralArms several)
    {
        if (several.Pairs.Length == 1)
            return several.Pairs[0].Comparison.Sentence;
        string[] sentences = several.HasBaseline
            ? [AgainstBaseline(several), Better(several), Beaten(several), Same(several), Undecided(several)]
            : [Lead(several), Beaten(several), Same(several), Undecided(several)];
        return string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
    }

    private static string Lead(SeveralArms several) => $"{Reference(several)} has the best mean of {several.Arms.Length} ({Mean(several)}).";

    private static string AgainstBaseline(SeveralArms several) => $"Against the baseline {Reference(several)} ({Mean(several)}):";

    private static string Mean(SeveralArms several) =>
        $"{NumberWords.Value(several.Means[several.Reference].Mean)} over {NumberWords.Count(several.Arms[0].Values.Length, Unit(several))}";

    private static string Better(SeveralArms several) => several.BetterThanBaseline.IsEmpty
        ? ""
        : $"{Names(several, several.BetterThanBaseline)} {(several.BetterThanBaseline.Length > 1 ? "are" : "is")} better ({Evidence(several, several.BetterThanBaseline)}).";

    private static string Beaten(SeveralArms several) => several switch
    {
        { Beaten.IsEmpty: true } => "",
        { HasBaseline: true } => $"{Names(several, several.Beaten)} {(several.Beaten.Length > 1 ? "are" : "is")} worse ({Evidence(several, several.Beaten)}).",
        _ => $"{Reference(several)} is better than {Names(several, several.Beaten)} ({Evidence(several, several.Beaten)}).",
    };

    private static string Evidence(SeveralArms several, IReadOnlyCollection<int> arms)
    {
        var largest = arms.Max(arm => several.Between(several.Reference, arm).Comparison.AdjustedPValue);
        return $"{(arms.Count > 1 ? "largest " : "")}{NumberWords.P(largest)} after Holm's correction for {several.Pairs.Length} comparisons";
    }

    private static string Same(SeveralArms several) => several.Same.IsEmpty
        ? ""
        : $"{Reference(several)} and {Names(several, several.Same)} are practically the same: the difference is under {NumberWords.Value(several.Options.Rope)}.";

    private static string Undecided(SeveralArms several)
    {
        if (several.Undecided.IsEmpty)
            return "";
        var unit = Unit(several);
        var advice = several switch
        {
            { Options.Pairing: Pairing.Fold } => "train with several seeds instead of folds",
            { PairsToAdd: { } pairs } => $"add {NumberWords.Count(pairs, unit)}",
            _ => $"over {NumberWords.Count(SampleSize.Largest, unit)} would be needed",
        };
        var question = several.HasBaseline
            ? $"whether {Names(several, several.Undecided, "or")} {(several.Undecided.Length > 1 ? "differ" : "differs")} from it"
            : $"whether {Reference(several)} is better than {Names(several, several.Undecided, "or")}";
        return $"Cannot tell yet {question}: {advice}{Reason(several)}.";
    }

    private static string Reason(SeveralArms several)
    {
        var first = several.Pairs[0].Comparison;
        if (first.Count >= first.LeastCount)
            return "";
        return $" ({several.Pairs.Length} comparisons at once need at least {NumberWords.Count(first.LeastCount, Unit(several))})";
    }

    private static string Names(SeveralArms several, IEnumerable<int> arms, string word = "and") =>
        NumberWords.List([.. arms.Select(arm => several.Arms[arm].Name)], word);

    private static string Reference(SeveralArms several) => several.Arms[several.Reference].Name;

    private static string Unit(SeveralArms several) => NumberWords.UnitOf(several.Options.Pairing);
}
