namespace Kiln.Charts.Svg;

/// <summary>Where the pictures of a sheet and their labels stand, in CSS pixels.</summary>
internal sealed class ImageGridLayout
{
    private const double LargestTile = 64, Margin = 8, Gap = 8, LabelHeight = 16;

    private readonly double _pitch, _rowHeight, _top;
    private readonly int _columns;

    public ImageGridLayout(ImageGrid grid)
    {
        _columns = Math.Max(1, Math.Min(grid.Columns, grid.Images.Length));
        var room = (grid.Width - 2 * Margin) / _columns;
        var side = grid.Images.Select(image => Math.Max(image.Width, image.Height)).DefaultIfEmpty(1).Max();
        var largest = Math.Max(8, Math.Min(LargestTile, room - Gap));
        // A whole number of screen pixels for each pixel keeps small pictures crisp.
        Tile = side <= largest ? Math.Floor(largest / side) * side : largest;
        var label = grid.Images.Select(image => TextMetrics.Width(image.Label, 11)).DefaultIfEmpty().Max();
        HasLabels = label > 0;
        _pitch = Math.Min(room, Math.Max(Tile + Gap, label + 10));
        _rowHeight = Tile + (HasLabels ? LabelHeight + 4 : Gap);
        _top = grid.Title == "" ? Margin : 34;
        var rows = (grid.Images.Length + _columns - 1) / _columns;
        Size = (grid.Width, (int)Math.Ceiling(_top + Math.Max(24, rows * _rowHeight) + 4));
    }

    public (int Width, int Height) Size { get; }

    public double Tile { get; }

    public bool HasLabels { get; }

    public double LabelRoom => _pitch - 4;

    /// <summary>The upper left corner of a picture's square.</summary>
    public (double X, double Y) Corner(int index) =>
        (Math.Round(Margin + index % _columns * _pitch + (_pitch - Tile) / 2), Math.Round(_top + index / _columns * _rowHeight));

    /// <summary>Size and place of a picture within its square, its proportions kept.</summary>
    public (double X, double Y, double Width, double Height) Box(int index, GridImage image)
    {
        var (x, y) = Corner(index);
        var scale = Tile / Math.Max(image.Width, image.Height);
        var (width, height) = (image.Width * scale, image.Height * scale);
        return (x + (Tile - width) / 2, y + (Tile - height) / 2, width, height);
    }
}
