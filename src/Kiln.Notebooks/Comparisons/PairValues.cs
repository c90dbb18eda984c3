namespace Kiln.Notebooks;

/// <summary>The metric of each arm, pair by pair.</summary>
internal static class PairValues
{
    /// <summary>A row for each seed or fold, and the means; of two arms also the differences.</summary>
    public static Table Of(Comparison comparison, IReadOnlyList<string> names)
    {
        var arms = comparison.Arms;
        var table = new Table([new Column(ComparisonWords.UnitOf(comparison), true), .. arms.Select(arm => new Column(arm.Name, true)), .. Difference(new Column("difference", true))]);
        for (var i = 0; i < names.Count; i++)
            table.Add([names[i], .. arms.Select(arm => (Cell)Numbers.Metric(arm.Values[i])), .. Difference<Cell>(Numbers.Signed(arms[1].Values[i] - arms[0].Values[i]))]);
        return table.Add([new Cell("mean", true), .. arms.Select(arm => new Cell(Numbers.Metric(arm.Values.Average()), true)),
            .. Difference(new Cell(Numbers.Signed(comparison.Statistics.MeanDifference), true))]);

        T[] Difference<T>(T one) => arms.Count == 2 ? [one] : [];
    }
}
