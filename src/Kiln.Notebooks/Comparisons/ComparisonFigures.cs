using System.Globalization;

namespace Kiln.Notebooks;

/// <summary>The figures that the verdict of a comparison rests on.</summary>
internal static class ComparisonFigures
{
    /// <summary>A row for each figure.</summary>
    public static Table Of(Comparison comparison)
    {
        var (a, b, statistics) = (comparison.A.Model, comparison.B.Model, comparison.Statistics);
        var table = new Table(new Column("figure"), new Column("value"));
        table.Add("mean difference", Numbers.Signed(statistics.MeanDifference));
        table.Add($"{Numbers.Percent(statistics.Interval.Level)} interval", $"{Numbers.Signed(statistics.Interval.Low)} to {Numbers.Signed(statistics.Interval.High)}");
        table.Add("sign-flip test", $"p = {Probability(statistics.Test.PValue)} (smallest that {Numbers.Of(statistics.Count, "seed")} allow: {Probability(statistics.Test.SmallestPossible)})");
        table.Add($"{a} ahead of {b}", $"in {Numbers.Percent(statistics.ProbabilityABetter)} of the seeds");
        if (statistics.Rope is { } rope)
            table.Add($"probability that {b} is", $"better {Probability(rope.Better)} · within ±{Numbers.Short(statistics.Options.Rope)} {Probability(rope.Same)} · worse {Probability(rope.Worse)}");
        return table;
    }

    private static string Probability(double value) => value switch
    {
        > 0 and < 0.001 => "under 0.001",
        > 0.999 and < 1 => "over 0.999",
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
