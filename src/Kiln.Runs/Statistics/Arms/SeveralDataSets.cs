using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>Arms compared over several data sets: by ranks (Wilcoxon for two arms, Friedman with Nemenyi for more) and by interquartile means.</summary>
/// <remarks>
/// Demšar (2006), https://jmlr.org/papers/v7/demsar06a.html: a data set is one observation, the mean over its seeds, because scores of
/// different data sets cannot be averaged as if they were one; so 6 data sets are the fewest that can tell two arms apart at .05.
/// </remarks>
public sealed record SeveralDataSets
{
    private SeveralDataSets(ImmutableArray<string> dataSets, ImmutableArray<ArmOverDataSets> arms, PairedComparisonOptions options)
    {
        (DataSets, Arms, Options) = (dataSets, arms, options);
        double[][] scores = [.. arms.Select(arm => arm.Means.ToArray())];
        if (arms.Length > 2)
        {
            Friedman = FriedmanTest.Of(scores, options.HigherIsBetter);
            CriticalDifference = CriticalDifference.Of(Friedman, options.Alpha);
        }
        Pairs = DataSetPair.All(scores);
        MeanRanks = Friedman?.MeanRanks ?? Ranks.MeansOf(scores, options.HigherIsBetter);
        Ranking = [.. Enumerable.Range(0, arms.Length).OrderBy(arm => MeanRanks[arm])];
    }

    /// <summary>Names of the data sets, (N).</summary>
    public ImmutableArray<string> DataSets { get; }

    /// <summary>The arms, (k), in the order given, with their scores and interquartile means.</summary>
    public ImmutableArray<ArmOverDataSets> Arms { get; }

    /// <summary>Mean rank of each arm over the data sets, (k); 1 is best.</summary>
    public ImmutableArray<double> MeanRanks { get; }

    /// <summary>Indices of the arms by their mean ranks, the best first, (k).</summary>
    public ImmutableArray<int> Ranking { get; }

    /// <summary>Whether three or more arms differ at all; null for two.</summary>
    public FriedmanTest? Friedman { get; }

    /// <summary>Which of three or more arms can be told apart: what a critical-difference diagram draws; null for two.</summary>
    public CriticalDifference? CriticalDifference { get; }

    /// <summary>Every two arms by Wilcoxon's test with Holm's correction, k (k - 1) / 2 of them.</summary>
    public ImmutableArray<DataSetPair> Pairs { get; }

    /// <summary>How it is judged.</summary>
    public PairedComparisonOptions Options { get; }

    /// <summary>Arms that the best-ranked one is better than, as far as the data sets tell; indices, best first.</summary>
    public ImmutableArray<int> Beaten => [.. Ranking.Skip(1).Where(IsBeaten)];

    /// <summary>The verdict in words.</summary>
    public string Sentence => SeveralDataSetsWords.Of(this);

    /// <summary>Data sets below which no winner is called: 6 at .05.</summary>
    public int FewestDataSets => SignFlipTest.SmallestCountFor(Options.Alpha);

    /// <summary>Compares arms.</summary>
    /// <param name="dataSets">Names of the data sets, (N) with N of at least 2.</param>
    /// <param name="arms">Name of each arm and its scores: a row for each data set, of one score a seed.</param>
    /// <param name="options">How to judge.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">There are fewer than two arms or data sets, or an arm lacks scores of one.</exception>
    public static SeveralDataSets Of(
        IReadOnlyList<string> dataSets, IReadOnlyList<(string Name, IReadOnlyList<ImmutableArray<double>> Scores)> arms, PairedComparisonOptions? options = null)
    {
        if (arms.Count < 2 || dataSets.Count < 2)
            throw new ArgumentException($"{nameof(SeveralDataSets)}: expected at least 2 arms on 2 data sets, got {arms.Count} on {dataSets.Count}. On one data set compare with {nameof(SeveralArms)}.");
        if (arms.FirstOrDefault(arm => arm.Scores.Count != dataSets.Count) is { Name: not null } other)
            throw new ArgumentException($"{nameof(SeveralDataSets)}: expected scores of '{other.Name}' on {dataSets.Count} data sets, got {other.Scores.Count}. Train it on the others, too.");
        var chosen = options ?? new PairedComparisonOptions();
        return new SeveralDataSets([.. dataSets], [.. arms.Select(arm => ArmOverDataSets.Of(arm.Name, arm.Scores, chosen))], chosen);
    }

    private bool IsBeaten(int arm)
    {
        if (DataSets.Length < FewestDataSets)
            return false;
        if (CriticalDifference is { } critical)
            return Friedman!.PValue <= Options.Alpha && MeanRanks[arm] - MeanRanks[Ranking[0]] >= critical.Difference;
        // Where data sets tie, the test's p is an approximation that may fall below what so few could show exactly.
        var p = Math.Max(Pairs[0].AdjustedPValue, Pairs[0].Test.SmallestPossible);
        return p <= Options.Alpha && MeanRanks[arm] > MeanRanks[Ranking[0]];
    }
}
