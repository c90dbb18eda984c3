using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>What every statistic of differences asks of them.</summary>
internal static class Differences
{
    public static void Check(ImmutableArray<double> differences, string operation)
    {
        if (differences.IsDefaultOrEmpty)
            throw new ArgumentException($"{operation}: expected at least one difference, got none. Give the values of at least one pair.");
        for (var i = 0; i < differences.Length; i++)
            if (!double.IsFinite(differences[i]))
                throw new ArgumentException($"{operation}: expected finite differences, got {differences[i]} at index {i}. Leave that pair out, or train it again.");
    }

    public static double Mean(ImmutableArray<double> values) => values.Sum() / values.Length;

    /// <summary>Sample standard deviation (divided by n - 1); null below two values.</summary>
    public static double? Deviation(ImmutableArray<double> values)
    {
        if (values.Length < 2)
            return null;
        var mean = Mean(values);
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }
}
