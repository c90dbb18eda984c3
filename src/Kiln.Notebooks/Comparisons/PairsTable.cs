using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary>The comparisons that the verdict on several arms rests on.</summary>
internal static class PairsTable
{
    /// <summary>A row for every two arms, or for each beside the baseline.</summary>
    public static Table Of(Comparison comparison)
    {
        var table = new Table(new Column("difference of"), new Column("mean", true), new Column($"{Numbers.Percent(1 - comparison.Several.Options.Alpha)} interval", true),
            new Column("p", true), new Column("p after Holm", true), new Column("verdict"));
        foreach (var pair in comparison.Several.Pairs)
        {
            var (one, difference) = (pair.Comparison, pair.Comparison.Interval);
            table.Add(
                $"{comparison.Arms[pair.B].Name} − {comparison.Arms[pair.A].Name}",
                Numbers.Signed(one.MeanDifference),
                ComparisonWords.Interval(difference.Low, difference.High, Numbers.Signed),
                ComparisonWords.Probability(one.Test.PValue),
                ComparisonWords.Probability(one.AdjustedPValue),
                Verdict(comparison, pair));
        }
        return table;
    }

    private static string Verdict(Comparison comparison, ArmPair pair) => pair.Comparison.Verdict switch
    {
        ComparisonVerdict.ABetter => $"{comparison.Arms[pair.A].Name} is better",
        ComparisonVerdict.BBetter => $"{comparison.Arms[pair.B].Name} is better",
        ComparisonVerdict.PracticallySame => "practically the same",
        _ when pair.Comparison.PairsToAdd is { } pairs => $"cannot tell yet: add {Numbers.Of(pairs, ComparisonWords.UnitOf(comparison))}",
        _ => "cannot tell yet",
    };
}
