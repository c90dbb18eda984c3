namespace Kiln.Notebooks;

/// <summary>A comparison in words and tables: the verdict first, then what it rests on.</summary>
internal static class ComparisonReport
{
    /// <summary>The report, without the chart.</summary>
    public static Report Of(Comparison comparison)
    {
        var (a, b) = (comparison.A, comparison.B);
        var report = new Report()
            .Head(comparison.Verdict)
            .Aside($"{Words(comparison.Metric)} on {comparison.Data}, paired over {Numbers.Of(comparison.Count, ComparisonFigures.UnitOf(comparison))}; differences are {b.Model} − {a.Model}.");
        if (comparison.PairNames is { } names) report.Put(Pairs(comparison, names));
        report.Put(ComparisonFigures.Of(comparison)).Put(Costs(comparison));
        return comparison.Differences.Count == 0 ? report : report.Fold("How the two differ", new Report().Put(Differences(comparison)));
    }

    private static Table Pairs(Comparison comparison, IReadOnlyList<string> names)
    {
        var (a, b) = (comparison.A, comparison.B);
        var table = new Table(new Column(ComparisonFigures.UnitOf(comparison), true), new Column(a.Model, true), new Column(b.Model, true), new Column("difference", true));
        for (var i = 0; i < names.Count; i++)
            table.Add(names[i], Numbers.Metric(a.Values[i]), Numbers.Metric(b.Values[i]), Numbers.Signed(b.Values[i] - a.Values[i]));
        return table.Add(new Cell("mean", true), new Cell(Numbers.Metric(a.Values.Average()), true), new Cell(Numbers.Metric(b.Values.Average()), true),
            new Cell(Numbers.Signed(b.Values.Average() - a.Values.Average()), true));
    }

    private static Table Costs(Comparison comparison)
    {
        var table = new Table(new Column("model"), new Column("mean", true), new Column("training", true), new Column("parameters", true), new Column("examples/s", true), new Column("best for its cost"));
        foreach (var arm in comparison.Arms)
        {
            table.Add(
                arm.Model,
                Numbers.Metric(arm.Values.Average()),
                arm.Cost.TrainingTime is { } time ? Durations.Short(time) : "–",
                Numbers.Count(arm.Cost.Parameters),
                arm.Cost.ExamplesPerSecond is { } speed ? Numbers.Count((long)speed) : "–",
                arm.IsOnParetoFront ? "yes" : "no: another is as good and cheaper");
        }

        return table;
    }

    private static Table Differences(Comparison comparison)
    {
        var table = new Table(new Column("setting"), new Column(comparison.A.Model), new Column(comparison.B.Model));
        foreach (var difference in comparison.Differences) table.Add(difference.Setting, difference.A, difference.B);
        return table;
    }

    private static string Words(string metric) => metric.Replace('_', ' ');
}
