using System.Globalization;

namespace Kiln.Runs;

/// <summary>Numbers as verdicts write them.</summary>
internal static class NumberWords
{
    /// <summary>A value of the metric.</summary>
    public static string Value(double value) =>
        value.ToString(value != 0 && Math.Abs(value) < 0.0005 ? "0.0e+0" : "0.0000", CultureInfo.InvariantCulture);

    /// <summary>A probability.</summary>
    public static string Probability(double value) =>
        value is > 0 and < 0.001 ? "under 0.001" : value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>The p of a test.</summary>
    public static string P(double value) => value < 0.001 ? "p < 0.001" : "p = " + Probability(value);

    /// <summary>A share of 1 in percent.</summary>
    public static string Percent(double share) => (100 * share).ToString("0.###", CultureInfo.InvariantCulture) + " %";

    /// <summary>"1 seed", "6 seeds".</summary>
    public static string Count(int count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {unit}{(count == 1 ? "" : "s")}");

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> names, string word = "and") =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} {word} {names[^1]}";

    /// <summary>A mean rank.</summary>
    public static string Rank(double rank) => rank.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>What a pair is called.</summary>
    public static string UnitOf(Pairing pairing) => pairing switch
    {
        Pairing.Seed => "seed",
        Pairing.Fold => "fold",
        _ => "test example",
    };
}
