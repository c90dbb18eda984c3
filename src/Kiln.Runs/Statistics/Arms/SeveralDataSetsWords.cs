namespace Kiln.Runs;

/// <summary>The sentences on several data sets.</summary>
internal static class SeveralDataSetsWords
{
    public static string Of(SeveralDataSets several)
    {
        var best = several.Arms[several.Ranking[0]].Name;
        var sets = NumberWords.Count(several.DataSets.Length, "data set");
        if (several.DataSets.Length < several.FewestDataSets)
            return $"Cannot tell yet: add {NumberWords.Count(several.FewestDataSets - several.DataSets.Length, "data set")} ({sets} are too few to tell arms apart by their ranks; {Best(several, best)}).";
        if (several.Beaten.IsEmpty)
            return $"Cannot tell yet: add data sets ({Evidence(several)}; over {sets} {Best(several, best)}).";
        var beaten = $"{best} is better than {Names(several, several.Beaten)} over {sets} ({Evidence(several)}).";
        var open = several.Ranking.Skip(1).Except(several.Beaten).ToList();
        return open.Count == 0 ? beaten : $"{beaten} Cannot tell yet whether it is better than {Names(several, open, "or")}: add data sets.";
    }

    private static string Best(SeveralDataSets several, string best) =>
        $"{best} has the best mean rank, {NumberWords.Rank(several.MeanRanks[several.Ranking[0]])} of {several.Arms.Length}";

    private static string Evidence(SeveralDataSets several) => several is { Friedman: { } friedman, CriticalDifference: { } critical }
        ? $"Friedman's test {NumberWords.P(friedman.PValue)}; mean ranks must differ by {NumberWords.Rank(critical.Difference)}"
        : Wilcoxon(several);

    private static string Wilcoxon(SeveralDataSets several)
    {
        var test = several.Pairs[0].Test;
        return test.Count < several.FewestDataSets
            ? $"the two differ on {NumberWords.Count(test.Count, "data set")} only, and {several.FewestDataSets} are the fewest that can tell"
            : $"Wilcoxon's test {NumberWords.P(test.PValue)}";
    }

    private static string Names(SeveralDataSets several, IEnumerable<int> arms, string word = "and") =>
        NumberWords.List([.. arms.Select(arm => several.Arms[arm].Name)], word);
}
