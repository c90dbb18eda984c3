namespace Kiln.Runs;

/// <summary>The sentences on several arms.</summary>
internal static class SeveralArmsWords
{
    public static string Of(SeveralArms several)
    {
        if (several.Pairs.Length == 1)
            return several.Pairs[0].Comparison.Sentence;
        var best = several.Arms[several.Ranking[0]].Name;
        string[] sentences = [Lead(several, best), Beaten(several, best), Same(several, best), Undecided(several, best)];
        return string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
    }

    private static string Lead(SeveralArms several, string best) =>
        $"{best} has the best mean of {several.Arms.Length} ({NumberWords.Value(several.Means[several.Ranking[0]].Mean)} over {Pairs(several, several.Arms[0].Values.Length)}).";

    private static string Beaten(SeveralArms several, string best)
    {
        if (several.Beaten.IsEmpty)
            return "";
        var largest = several.Beaten.Max(arm => several.Between(several.Ranking[0], arm).Comparison.AdjustedPValue);
        return $"{best} is better than {Names(several, several.Beaten)} ({(several.Beaten.Length > 1 ? "largest " : "")}{NumberWords.P(largest)} after Holm's correction for {several.Pairs.Length} comparisons).";
    }

    private static string Same(SeveralArms several, string best) => several.SameAsBest.IsEmpty
        ? ""
        : $"{best} and {Names(several, several.SameAsBest)} are practically the same: the difference is under {NumberWords.Value(several.Options.Rope)}.";

    private static string Undecided(SeveralArms several, string best)
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
        return $"Cannot tell yet whether {best} is better than {Names(several, several.Undecided, "or")}: {advice}{Reason(several)}.";
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

    private static string Pairs(SeveralArms several, int count) => NumberWords.Count(count, Unit(several));

    private static string Unit(SeveralArms several) => NumberWords.UnitOf(several.Options.Pairing);
}
