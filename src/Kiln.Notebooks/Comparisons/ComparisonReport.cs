namespace Kiln.Notebooks;

/// <summary>A comparison in words and tables: the verdict first, then what it rests on.</summary>
internal static class ComparisonReport
{
    // More rows than this are folded away: the chart shows them at a glance.
    private const int MostRows = 12;

    /// <summary>The report, without the charts.</summary>
    public static Report Of(Comparison comparison)
    {
        var report = new Report().Head(comparison.Verdict);
        foreach (var remark in comparison.Remarks) report.Warn(remark);
        report.Aside(About(comparison)).Put(ArmsTable.Of(comparison)).Aside(ArmsTable.Legend(comparison));
        report.Put(comparison.Arms.Count == 2 ? ComparisonFigures.Of(comparison) : PairsTable.Of(comparison));
        if (comparison.PairNames is { } names) PutValues(report, comparison, names);
        return report.Fold("How they differ", DifferencesReport.Of(comparison.Differences));
    }

    private static void PutValues(Report report, Comparison comparison, IReadOnlyList<string> names)
    {
        var values = PairValues.Of(comparison, names);
        if (comparison.Arms.Count == 2 && names.Count <= MostRows) report.Put(values);
        else report.Fold($"Values of each {ComparisonWords.UnitOf(comparison)}", new Report().Put(values));
    }

    private static string About(Comparison comparison)
    {
        var pairs = $"{ComparisonWords.Metric(comparison.Metric)} on {comparison.Data}, paired over {Numbers.Of(comparison.Count, ComparisonWords.UnitOf(comparison))}";
        return comparison.Arms.Count == 2 ? $"{pairs}; differences are {comparison.B.Name} − {comparison.A.Name}." : pairs + ".";
    }
}
