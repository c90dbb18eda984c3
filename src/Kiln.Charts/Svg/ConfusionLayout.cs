using Kiln.Charts.Scales;

namespace Kiln.Charts.Svg;

/// <summary>Where the cells and names of a confusion matrix stand, in CSS pixels.</summary>
internal sealed class ConfusionLayout
{
    private const double LargestCell = 56, SmallestCell = 8;

    public ConfusionLayout(ConfusionMatrix chart, DrawnConfusion matrix)
    {
        var count = Math.Max(1, matrix.Size);
        var widest = matrix.Names.Select(name => TextMetrics.Width(name, 12)).DefaultIfEmpty().Max();
        RowNameRoom = Math.Min(widest, chart.Width * .25);
        Left = 18 + Math.Ceiling(RowNameRoom);
        Cell = Math.Clamp(Math.Floor((chart.Width - Left - 12) / count * 2) / 2, SmallestCell, LargestCell);
        // Names that are wider than their column stand upright above it.
        HasUprightNames = widest > Cell - 4;
        ColumnNameRoom = HasUprightNames ? Math.Min(widest, 110) : Cell - 4;
        // Names below twelve pixels of column would run into each other.
        FontSize = Math.Clamp(Cell - 1, 7, 12);
        Top = (chart.Title == "" ? 12 : 32) + 16 + (HasUprightNames ? ColumnNameRoom + 12 : 22);
        Size = (chart.Width, (int)Math.Ceiling(Top + count * Cell + 10));
    }

    public (int Width, int Height) Size { get; }

    public double Left { get; }

    public double Top { get; }

    /// <summary>Side of a cell.</summary>
    public double Cell { get; }

    public bool HasUprightNames { get; }

    public double RowNameRoom { get; }

    public double ColumnNameRoom { get; }

    /// <summary>Size of the names' letters.</summary>
    public double FontSize { get; }

    public bool HasShares => Cell >= 34;

    /// <summary>The largest size at which the word fits into a cell; null where it would not be readable.</summary>
    public double? SizeOf(string word)
    {
        var size = Math.Min(HasShares ? 13 : 12, (Cell - 2.5) / TextMetrics.Width(word, 1));
        return size >= 6.5 && Cell >= 10 ? Math.Floor(size * 2) / 2 : null;
    }
}
