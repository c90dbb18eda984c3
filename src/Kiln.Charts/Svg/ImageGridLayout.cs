namespace Kiln.Charts.Svg;

/// <summary>Where the pictures of a sheet, their labels and what stands beside them are, in CSS pixels.</summary>
internal sealed class ImageGridLayout
{
    private const double LargestTile = 64, Margin = 8, Gap = 8, LabelHeight = 16, BarsWidth = 124, BarHeight = 18;

    private readonly double _pitch, _rowHeight, _top, _card;
    private readonly int _columns;

    public ImageGridLayout(ImageGrid grid)
    {
        HasBars = grid.Images.Any(image => !image.Bars.OrEmpty().IsEmpty);
        HasSaliency = grid.Images.Any(image => !image.Saliency.OrEmpty().IsEmpty);
        _columns = Math.Max(1, Math.Min(grid.Columns, grid.Images.Length));
        var beside = (HasSaliency ? LargestTile + Gap : 0) + (HasBars ? Gap + BarsWidth : 0);
        // With bars fewer pictures have room in a row than were asked for.
        if (beside > 0) _columns = Math.Clamp((int)((grid.Width - 2 * Margin + 2 * Gap) / (LargestTile + beside + 2 * Gap)), 1, _columns);
        var room = (grid.Width - 2 * Margin) / _columns;
        var side = grid.Images.Select(image => Math.Max(image.Width, image.Height)).DefaultIfEmpty(1).Max();
        var largest = Math.Max(8, Math.Min(LargestTile, room - Gap));
        // A whole number of screen pixels for each pixel keeps small pictures crisp.
        Tile = side <= largest ? Math.Floor(largest / side) * side : largest;
        var label = grid.Images.Select(image => TextMetrics.Width(image.MarkedLabel, 11)).DefaultIfEmpty().Max();
        HasLabels = label > 0;
        _card = Tile + (HasSaliency ? Tile + Gap : 0) + (HasBars ? Gap + BarsWidth : 0);
        _pitch = IsCard ? Math.Min(room, _card + 2 * Gap) : Math.Min(room, Math.Max(Tile + Gap, label + 10));
        _rowHeight = Tile + (HasLabels ? LabelHeight + 4 : Gap) + (IsCard ? Gap : 0);
        _top = grid.Title == "" ? Margin : 34;
        var rows = (grid.Images.Length + _columns - 1) / _columns;
        Size = (grid.Width, (int)Math.Ceiling(_top + Math.Max(24, rows * _rowHeight) + 4));
    }

    public (int Width, int Height) Size { get; }

    public double Tile { get; }

    public bool HasLabels { get; }

    public bool HasBars { get; }

    public bool HasSaliency { get; }

    /// <summary>Whether more than a label belongs to a picture; the label is then set flush with its left edge.</summary>
    public bool IsCard => HasBars || HasSaliency;

    public double LabelRoom => IsCard ? Math.Min(_card, _pitch - Gap) : _pitch - 4;

    /// <summary>How many bars have room beside a picture.</summary>
    public int MostBars => Math.Max(1, (int)(Tile / BarHeight));

    /// <summary>The upper left corner of a picture's square.</summary>
    public (double X, double Y) Corner(int index) =>
        (Math.Round(Margin + index % _columns * _pitch + (IsCard ? 0 : (_pitch - Tile) / 2)), Math.Round(_top + index / _columns * _rowHeight));

    /// <summary>Size and place of a picture within its square, its proportions kept.</summary>
    public (double X, double Y, double Width, double Height) Box(int index, GridImage image)
    {
        var (x, y) = Corner(index);
        var scale = Tile / Math.Max(image.Width, image.Height);
        var (width, height) = (image.Width * scale, image.Height * scale);
        return (x + (Tile - width) / 2, y + (Tile - height) / 2, width, height);
    }

    /// <summary>The same for the picture of what counts, at the right of the first.</summary>
    public (double X, double Y, double Width, double Height) SaliencyBox(int index, GridImage image)
    {
        var (x, y, width, height) = Box(index, image);
        return (x + Tile + Gap, y, width, height);
    }

    /// <summary>Where a bar with the words above it stands.</summary>
    public (double X, double Y, double Width) Bar(int index, int bar)
    {
        var (x, y) = Corner(index);
        var left = x + Tile + Gap + (HasSaliency ? Tile + Gap : 0);
        return (left, y + bar * Math.Max(BarHeight, Math.Floor(Tile / MostBars)), Math.Max(20, Math.Min(BarsWidth, Size.Width - left - 2)));
    }
}
