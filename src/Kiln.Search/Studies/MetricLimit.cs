using System.Globalization;

namespace Kiln.Search;

/// <summary>A bound that a metric of a trial must keep for the trial to count as good: <c>parameters&lt;50000</c>.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Bound">The bound, which belongs to what is allowed.</param>
/// <param name="IsUpper">Whether it must not be exceeded (true) or not be fallen short of.</param>
public sealed record MetricLimit(string Metric, double Bound, bool IsUpper)
{
    /// <summary>Reads limits, such as <c>parameters&lt;50000 val_accuracy&gt;0.9</c>; blanks or commas separate them.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The limits.</returns>
    /// <exception cref="ArgumentException">A word is none.</exception>
    public static IReadOnlyList<MetricLimit> Parse(string text) =>
        [.. text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(ParseOne)];

    /// <summary>What a trial that breaks the limit is told; null where it keeps it.</summary>
    /// <param name="metrics">The trial's metrics.</param>
    /// <returns>A clause, or null.</returns>
    public string? BrokenBy(IReadOnlyDictionary<string, double> metrics)
    {
        if (!metrics.TryGetValue(Metric, out var value)) return $"there is no metric '{Metric}' to hold against the limit {this}; there are {string.Join(", ", metrics.Keys)}";
        var isKept = IsUpper ? value <= Bound : value >= Bound;
        return isKept ? null : string.Create(CultureInfo.InvariantCulture, $"{Metric} is {value:0.######}, and the limit is {Bound}");
    }

    /// <summary>The limit as it is written.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Metric}{(IsUpper ? '<' : '>')}{Bound}");

    private static MetricLimit ParseOne(string word)
    {
        var at = word.IndexOfAny(['<', '>']);
        var number = at < 0 ? "" : word[(at + 1)..].TrimStart('=');
        return at > 0 && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) && double.IsFinite(bound)
            ? new MetricLimit(word[..at], bound, word[at] == '<')
            : throw new ArgumentException($"Limit '{word}': expected a metric, < or >, and a number. Write for example parameters<50000.", nameof(word));
    }
}
