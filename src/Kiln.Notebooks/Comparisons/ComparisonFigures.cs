using System.Globalization;
using Kiln.Runs;

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
        table.Add($"{(statistics.Interval.IsApproximate ? "approximate " : "")}{Numbers.Percent(statistics.Interval.Level)} interval ({statistics.Interval.Name})", $"{Numbers.Signed(statistics.Interval.Low)} to {Numbers.Signed(statistics.Interval.High)}");
        table.Add(statistics.Test.Name, $"p = {Probability(statistics.Test.PValue)}{Smallest(comparison)}");
        table.Add($"{a} ahead of {b}", $"in {Numbers.Percent(statistics.ProbabilityABetter)} of the {UnitOf(comparison)}s; a tie counts half");
        if (statistics.Rope is { } rope)
            table.Add($"probability that {b} is", $"better {Probability(rope.Better)} · within ±{Numbers.Short(statistics.Options.Rope)} {Probability(rope.Same)} · worse {Probability(rope.Worse)}");
        return table;
    }

    /// <summary>What a pair is.</summary>
    public static string UnitOf(Comparison comparison) => comparison.Pairing switch
    {
        Pairing.Seed => "seed",
        Pairing.Fold => "fold",
        _ => "test example",
    };

    private static string Smallest(Comparison comparison) => comparison.Pairing == Pairing.Seed
        ? $" (smallest that {Numbers.Of(comparison.Count, "seed")} allow: {Probability(comparison.Statistics.Test.SmallestPossible)})"
        : "";

    private static string Probability(double value) => value switch
    {
        > 0 and < 0.001 => "under 0.001",
        > 0.999 and < 1 => "over 0.999",
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
