using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary>The figures that the verdict on two arms rests on.</summary>
internal static class ComparisonFigures
{
    /// <summary>A row for each figure.</summary>
    public static Table Of(Comparison comparison)
    {
        var (a, b, statistics) = (comparison.A.Name, comparison.B.Name, comparison.Statistics);
        var table = new Table(new Column("figure"), new Column("value"));
        table.Add("mean difference", Numbers.Signed(statistics.MeanDifference));
        table.Add($"{(statistics.Interval.IsApproximate ? "approximate " : "")}{Numbers.Percent(statistics.Interval.Level)} interval ({statistics.Interval.Name})",
            statistics.Interval.IsBounded ? ComparisonWords.Interval(statistics.Interval.Low, statistics.Interval.High, Numbers.Signed) : $"none: {Numbers.Of(comparison.Count, "seed")} are too few");
        table.Add(statistics.Test.Name, $"{ComparisonWords.P(statistics.Test.PValue)}{Smallest(comparison)}");
        table.Add($"{a} ahead of {b}", $"in {Numbers.Percent(statistics.ProbabilityABetter)} of the {ComparisonWords.UnitOf(comparison)}s; a tie counts half");
        if (statistics.Rope is { } rope)
            table.Add($"probability that {b} is", $"better {ComparisonWords.Probability(rope.Better)} · within ±{Numbers.Short(statistics.Options.Rope)} {ComparisonWords.Probability(rope.Same)} · worse {ComparisonWords.Probability(rope.Worse)}");
        return table;
    }

    private static string Smallest(Comparison comparison) => comparison.Pairing == Pairing.Seed
        ? $" (smallest that {Numbers.Of(comparison.Count, "seed")} allow: {ComparisonWords.Probability(comparison.Statistics.Test.SmallestPossible)})"
        : "";
}
