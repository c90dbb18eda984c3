using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>The Pareto front: those that no other is at least as good as in everything and better than in something.</summary>
public static class ParetoFront
{
    /// <summary>Marks the front.</summary>
    /// <param name="costs">A row for each candidate, all of the same length, each value to be small (negate what is to be large); NaN is worse than any number.</param>
    /// <returns>Whether each candidate is on the front.</returns>
    public static ImmutableArray<bool> Of(IReadOnlyList<IReadOnlyList<double>> costs) =>
        [.. costs.Select(candidate => !costs.Any(other => Dominates(other, candidate)))];

    /// <summary>Whether one candidate is at least as good as another in everything and better than it in something.</summary>
    /// <param name="other">The costs of the one.</param>
    /// <param name="candidate">The costs of the other, as many.</param>
    /// <returns>True when it is.</returns>
    public static bool Dominates(IReadOnlyList<double> other, IReadOnlyList<double> candidate)
    {
        var isBetter = false;
        for (var i = 0; i < candidate.Count; i++)
        {
            var (left, right) = (Known(other[i]), Known(candidate[i]));
            if (left > right)
                return false;
            isBetter |= left < right;
        }
        return isBetter;
    }

    private static double Known(double cost) => double.IsNaN(cost) ? double.PositiveInfinity : cost;
}
