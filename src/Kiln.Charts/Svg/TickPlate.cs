namespace Kiln.Charts.Svg;

/// <summary>A label left of an upright axis, on a pale plate: an outline in the page's ground would need to know the ground.</summary>
/// <param name="Right">Where the text ends.</param>
/// <param name="Y">The height of the tick.</param>
/// <param name="Label">The text.</param>
internal sealed record TickPlate(double Right, double Y, string Label)
{
    private double Width { get; } = TextMetrics.Width(Label, 11);

    private double Left => Right - Width - 2;

    private double Top => Y - 6;

    private double Bottom => Y + 7;

    public void Draw(SvgWriter svg)
    {
        svg.Rectangle(Left, Top, Width + 4, Bottom - Top, "fill=\"#808080\" fill-opacity=\".14\" rx=\"3\"");
        svg.Text(Right, Y + 4, Label, Anchor.End, " font-size=\"11\"");
    }

    /// <summary>The stretches of a straight line, from left to right, that lie below plates.</summary>
    public static IEnumerable<((double X, double Y) From, (double X, double Y) To)> Hidden(TickPlate[] plates, (double X, double Y) start, (double X, double Y) end)
    {
        var (width, height) = (end.X - start.X, end.Y - start.Y);
        if (width <= 0) return [];
        return plates.Select(Stretch).Where(stretch => stretch.From < stretch.To).OrderBy(stretch => stretch.From).Select(stretch => (At(stretch.From), At(stretch.To)));

        (double X, double Y) At(double share) => (start.X + share * width, start.Y + share * height);

        (double From, double To) Stretch(TickPlate plate)
        {
            var (from, to) = (Math.Max(0, (plate.Left - start.X) / width), Math.Min(1, (plate.Right + 2 - start.X) / width));
            if (height == 0) return start.Y > plate.Top && start.Y < plate.Bottom ? (from, to) : (1, 0);
            var (one, other) = ((plate.Top - start.Y) / height, (plate.Bottom - start.Y) / height);
            return (Math.Max(from, Math.Min(one, other)), Math.Min(to, Math.Max(one, other)));
        }
    }
}
