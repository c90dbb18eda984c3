namespace Kiln.Notebooks;

/// <summary>The arms of a comparison: how good each is and what it costs.</summary>
internal static class ArmsTable
{
    /// <summary>A row for each arm, in the order named; the best mean stands out.</summary>
    public static Table Of(Comparison comparison)
    {
        var (several, unit) = (comparison.Several, ComparisonWords.UnitOf(comparison));
        var table = new Table(new Column("model"), new Column("mean", true), new Column($"{Numbers.Percent(several.Means[0].Level)} interval", true), new Column(unit + "s", true),
            new Column("training", true), new Column("parameters", true), new Column("examples/s", true), new Column("best for its cost"));
        for (var i = 0; i < comparison.Arms.Count; i++)
        {
            var (arm, mean) = (comparison.Arms[i], several.Means[i]);
            table.Add(
                several.HasBaseline && i == 0 ? $"{arm.Name} (baseline)" : arm.Name,
                new Cell(Numbers.Metric(mean.Mean), i == several.Ranking[0]),
                ComparisonWords.Interval(mean.Low, mean.High, Numbers.Metric),
                Numbers.Count(mean.Count),
                arm.Cost.TrainingTime is { } time ? Durations.Short(time) : "–",
                arm.Cost.Parameters is { } parameters ? Numbers.Count(parameters) : "–",
                arm.Cost.ExamplesPerSecond is { } speed ? Numbers.Count((long)speed) : "–",
                arm.IsOnParetoFront ? "●\u00a0yes" : "no");
        }
        return table;
    }

    /// <summary>What the columns mean, in a sentence each.</summary>
    public static string Legend(Comparison comparison)
    {
        var mean = comparison.Several.Means[0];
        var interval = !mean.IsBounded ? "" : $"Intervals of means: {mean.Method}{(mean.IsApproximate && comparison.Pairing == Kiln.Runs.Pairing.Seed ? ", approximate with so few seeds" : "")}. ";
        return interval + "Best for its cost (the Pareto front): no other is at least as good, as fast to train and as small, and better in one of these.";
    }
}
