using System.Globalization;
using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary>Words and figures that the tables and charts of a comparison share.</summary>
internal static class ComparisonWords
{
    /// <summary>What a pair is.</summary>
    public static string UnitOf(Comparison comparison) => comparison.Pairing switch
    {
        Pairing.Seed => "seed",
        Pairing.Fold => "fold",
        _ => "test example",
    };

    /// <summary>The name of a metric to read.</summary>
    public static string Metric(string metric) => metric.Replace('_', ' ');

    /// <summary>The same at the beginning of a title.</summary>
    public static string Title(string metric) => char.ToUpperInvariant(metric[0]) + Metric(metric)[1..];

    /// <summary>Lower and upper end; a dash where there are none.</summary>
    public static string Interval(double low, double high, Func<double, string> number) =>
        double.IsFinite(low) && double.IsFinite(high) ? $"{number(low)} to {number(high)}" : "–";

    /// <summary>The p of a test: "p = 0.031", "p &lt; 0.001".</summary>
    public static string P(double value) => value < 0.001 ? "p < 0.001" : "p = " + Probability(value);

    /// <summary>A probability.</summary>
    public static string Probability(double value) => value switch
    {
        > 0 and < 0.001 => "under 0.001",
        > 0.999 and < 1 => "over 0.999",
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
