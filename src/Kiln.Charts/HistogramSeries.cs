using System.Collections.Immutable;

namespace Kiln.Charts;

/// <summary>One set of values of a <see cref="Histogram"/>.</summary>
/// <param name="Name">What the legend calls it: one short word.</param>
/// <param name="Heights">Height over each bin, shape (B): a count or a share.</param>
public sealed record HistogramSeries(string Name, ImmutableArray<double> Heights)
{
    /// <summary>Colour as <c>#rrggbb</c>. Default: the next one of <see cref="Palette.Colors"/>.</summary>
    public string? Color { get; init; }

    /// <summary>Values that are in no bin because they are not finite. Default: 0.</summary>
    public long LeftOut { get; init; }
}
