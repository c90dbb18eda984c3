using System.Globalization;
using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary>A comparison over several data sets in words and tables: the verdict first, then means, ranks and tests.</summary>
internal static class DataSetsReport
{
    private const int MostPairs = 6;

    /// <summary>The report, without the chart.</summary>
    public static Report Of(DataSetsComparison comparison)
    {
        var statistics = comparison.Statistics;
        var report = new Report()
            .Head(comparison.Verdict)
            .Aside($"{ComparisonWords.Metric(comparison.Metric)}, mean over {Seeds(comparison)} on each of {Numbers.Of(statistics.DataSets.Length, "data set")}. Each data set counts once, whatever its scale: arms are ranked on it.")
            .Put(Means(statistics))
            .Put(Arms(statistics))
            .Aside($"Interquartile mean: mean of the middle half of all scores, with an approximate {Numbers.Percent(1 - statistics.Options.Alpha)} bootstrap interval (from two seeds on); it means something where scores of the data sets are on one scale.");
        if (statistics is { Friedman: { } friedman, CriticalDifference: { } critical })
            report.Say($"Friedman's test: χ² = {Numbers.Short(friedman.ChiSquare)}, {ComparisonWords.P(friedman.PValue)}. Mean ranks that differ by less than {critical.Difference.ToString("0.00", CultureInfo.InvariantCulture)} cannot be told apart (Nemenyi).");
        return statistics.Pairs.Length <= MostPairs
            ? report.Put(Pairs(statistics))
            : report.Fold("Wilcoxon's test of every two", new Report().Put(Pairs(statistics)));
    }

    private static string Seeds(DataSetsComparison comparison)
    {
        var counts = comparison.Runs[0].Select(runs => runs.Count).Distinct().Order().ToList();
        return counts.Count == 1 ? Numbers.Of(counts[0], "seed") : $"{counts[0]} to {counts[^1]} seeds";
    }

    private static Table Means(SeveralDataSets statistics)
    {
        var table = new Table([new Column("data set"), .. statistics.Arms.Select(arm => new Column(arm.Name, true))]);
        for (var i = 0; i < statistics.DataSets.Length; i++)
        {
            var means = statistics.Arms.Select(arm => arm.Means[i]).ToList();
            var best = statistics.Options.HigherIsBetter ? means.Max() : means.Min();
            table.Add([statistics.DataSets[i], .. means.Select(mean => new Cell(Numbers.Metric(mean), mean == best))]);
        }
        return table.Add([new Cell("mean rank", true), .. statistics.MeanRanks.Select(rank => new Cell(Numbers.Short(rank), true))]);
    }

    private static Table Arms(SeveralDataSets statistics)
    {
        var table = new Table(new Column("model"), new Column("mean rank", true), new Column("interquartile mean", true), new Column("interval", true));
        foreach (var i in statistics.Ranking)
        {
            var (arm, middle) = (statistics.Arms[i], statistics.Arms[i].InterquartileMean);
            table.Add(arm.Name, Numbers.Short(statistics.MeanRanks[i]), Numbers.Metric(middle.Value), Interval(arm, middle));
        }
        return table;
    }

    // Of single runs all resamples are the same: an interval without width would say that there is no spread.
    private static string Interval(ArmOverDataSets arm, InterquartileMean middle) => arm.Scores.All(scores => scores.Length < 2)
        ? "–"
        : ComparisonWords.Interval(middle.Interval.Low, middle.Interval.High, Numbers.Metric);

    private static Table Pairs(SeveralDataSets statistics)
    {
        var table = new Table(new Column("Wilcoxon's test of"), new Column("mean difference", true), new Column("p", true), new Column("p after Holm", true));
        foreach (var pair in statistics.Pairs)
            table.Add(
                $"{statistics.Arms[pair.B].Name} − {statistics.Arms[pair.A].Name}",
                Numbers.Signed(pair.Differences.Average()),
                ComparisonWords.Probability(pair.Test.PValue),
                ComparisonWords.Probability(pair.AdjustedPValue));
        return table;
    }
}
