using System.Collections.Immutable;
using Kiln.Charts.Plotly;
using Kiln.Charts.Svg;
using Kiln.Charts.Text;

namespace Kiln.Charts;

/// <summary>One polyline for each run over an upright axis for each column: which settings the good runs have in common.</summary>
/// <remarks>
/// The last axis is the outcome, which gives a line its colour; the best one stands out. Of very many lines the best are drawn, and an
/// evenly chosen part of the others; the text says so.
/// Source: A. Inselberg, The plane with parallel coordinates, The Visual Computer 1, 1985.
/// </remarks>
public sealed record ParallelCoordinates : Chart
{
    /// <summary>The columns from left to right, all of the same length; the last one is the outcome. Default: none.</summary>
    public ImmutableArray<ParallelAxis> Axes { get; init; } = [];

    /// <summary>Which end of the outcome is the better one. Default: not known, then all lines look alike.</summary>
    public Better Better { get; init; }

    /// <inheritdoc/>
    public override (int Width, int Height) PictureSize => (Width, Height);

    /// <inheritdoc/>
    public override string ToSvg() => new ParallelSvg(Checked()).Draw();

    /// <inheritdoc/>
    public override string ToPlotlyJson() => ParallelPlotly.Write(Checked());

    /// <inheritdoc/>
    public override string ToText() => ParallelText.Write(Checked());

    private ParallelCoordinates Checked()
    {
        var axes = Axes.OrEmpty();
        foreach (var axis in axes)
            if (axis.Values.OrEmpty().Length != axes[0].Values.OrEmpty().Length)
                throw new ArgumentException($"Parallel coordinates: axis '{axes[0].Title}' has {axes[0].Values.OrEmpty().Length} values, '{axis.Title}' has {axis.Values.OrEmpty().Length}. Give one value for each run; NaN where a run has none.");
        return this with { Axes = axes };
    }
}

/// <summary>An upright axis of <see cref="ParallelCoordinates"/>.</summary>
/// <param name="Title">Name of the column.</param>
/// <param name="Values">The value of each run, shape (N); NaN where a run has none.</param>
public sealed record ParallelAxis(string Title, ImmutableArray<double> Values)
{
    /// <summary>Whether the axis is logarithmic. Default: no.</summary>
    public bool Log { get; init; }

    /// <summary>The words of an axis without numbers, such as optimisers; values then count into them from 0. Default: none.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>An axis of words, in the order in which they first appear.</summary>
    /// <param name="title">Name of the column.</param>
    /// <param name="words">The word of each run, shape (N); null where a run has none.</param>
    public static ParallelAxis OfWords(string title, IEnumerable<string?> words)
    {
        string?[] each = [.. words];
        ImmutableArray<string> names = [.. each.OfType<string>().Distinct(StringComparer.Ordinal)];
        return new ParallelAxis(title, [.. each.Select(word => word is null ? double.NaN : names.IndexOf(word))]) { Names = names };
    }
}
