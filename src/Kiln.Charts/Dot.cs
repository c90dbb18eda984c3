using System.Collections.Immutable;

namespace Kiln.Charts;

/// <summary>One row of a <see cref="DotChart"/>.</summary>
/// <param name="Label">What the row is about.</param>
/// <param name="Value">Where the dot stands; a value that is not finite leaves the row without one.</param>
/// <param name="Low">Lower end of the interval. Default: no interval.</param>
/// <param name="High">Upper end of the interval. Default: no interval.</param>
/// <param name="Points">The single values behind it, shape (N), drawn faint. Default: none.</param>
public sealed record Dot(string Label, double Value, double? Low = null, double? High = null, ImmutableArray<double> Points = default)
{
    /// <summary>Colour as <c>#rrggbb</c>. Default: the first one of <see cref="Palette.Colors"/>.</summary>
    public string? Color { get; init; }

    /// <summary>What stands beside the row in place of its numbers, such as a length with its unit. Default: none, the numbers.</summary>
    public string? Note { get; init; }

    /// <summary>The interval if both ends are there and finite, lower end first.</summary>
    internal (double Low, double High)? Interval =>
        Low is { } low && High is { } high && double.IsFinite(low) && double.IsFinite(high)
            ? (Math.Min(low, high), Math.Max(low, high))
            : null;
}
