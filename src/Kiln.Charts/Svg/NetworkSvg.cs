using System.Globalization;

namespace Kiln.Charts.Svg;

/// <summary>Draws a network: blocks, arrows with shapes, ways around blocks.</summary>
internal static class NetworkSvg
{
    private const string Way = "fill=\"none\" stroke=\"#808080\" stroke-opacity=\".85\" stroke-width=\"1.3\"";

    public static string Draw(NetworkDiagram diagram)
    {
        var layout = new NetworkLayout(diagram);
        var svg = new SvgWriter(layout.Size.Width, layout.Size.Height, diagram.Title);
        svg.Text(10, 21, TextMetrics.Fit(diagram.Title, layout.Size.Width - 20, 14, bold: true), style: " font-size=\"14\" font-weight=\"600\"");
        if (diagram.Blocks.IsEmpty) svg.Text(layout.Size.Width / 2.0, layout.Size.Height - 14, "no data", Anchor.Middle);
        else DrawInput(svg, diagram, layout);
        foreach (var route in layout.Routes) DrawRoute(svg, route);
        foreach (var (x, y) in layout.Sums) DrawSum(svg, x, y);
        foreach (var label in layout.Labels) DrawLabel(svg, label);
        for (var i = 0; i < diagram.Blocks.Length; i++) DrawBlock(svg, diagram.Blocks[i], layout.Blocks[i]);
        return svg.Finish();
    }

    /// <summary>The colour of a kind of layers.</summary>
    public static string Color(NetworkFamily family) => family switch
    {
        NetworkFamily.Convolution => Palette.Colors[0],
        NetworkFamily.Linear => Palette.Colors[2],
        NetworkFamily.Sequence => Palette.Colors[6],
        NetworkFamily.Pooling => Palette.Colors[4],
        _ => "#808080",
    };

    /// <summary>A count short enough for a corner: 7,850 or 61.7 k.</summary>
    public static string Count(long parameters) => parameters switch
    {
        0 => "",
        < 10_000 => parameters.ToString("#,0", CultureInfo.InvariantCulture),
        < 1_000_000 => (parameters / 1e3).ToString("0.#", CultureInfo.InvariantCulture) + " k",
        _ => (parameters / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + " M",
    };

    private static void DrawInput(SvgWriter svg, NetworkDiagram diagram, NetworkLayout layout) =>
        svg.Text(layout.Input.Middle, layout.Input.Y + 14, TextMetrics.Fit($"input {diagram.Input}".TrimEnd(), layout.Input.Width, 12), Anchor.Middle);

    private static void DrawBlock(SvgWriter svg, NetworkBlock block, Box box)
    {
        var color = Color(block.Family);
        svg.Rectangle(box.X, box.Y, box.Width, box.Height, $"rx=\"5\" fill=\"{color}\" fill-opacity=\".13\" stroke=\"{color}\" stroke-opacity=\".9\"");
        var count = Count(block.Parameters);
        var room = box.Width - 18 - (count == "" ? 0 : TextMetrics.Width(count, 10) + 6);
        svg.Text(box.X + 9, box.Y + 16, TextMetrics.Fit(block.Name, room, 12, bold: true), style: " font-weight=\"600\"");
        svg.Text(box.X + box.Width - 8, box.Y + 16, count, Anchor.End, " font-size=\"10\"");
        svg.Text(box.X + 9, box.Y + 31, TextMetrics.Fit(block.Detail, box.Width - 16, 11), style: " font-size=\"11\"");
    }

    private static void DrawRoute(SvgWriter svg, Route route)
    {
        svg.Raw("<path d=\"M");
        for (var i = 0; i < route.Points.Length; i++)
            svg.Raw(i == 0 ? "" : " L").Coordinate(route.Points[i].X).Raw(" ").Coordinate(route.Points[i].Y);
        svg.Raw("\" ").Raw(Way).Raw("/>\n");
        if (!route.HasArrow) return;
        var ((x, y), (fromX, _)) = (route.Points[^1], route.Points[^2]);
        // Arrows point down, or to the right into a sum.
        var (ax, ay, bx, by) = fromX < x ? (x - 7, y - 4, x - 7, y + 4) : (x - 4, y - 7, x + 4, y - 7);
        svg.Raw("<path d=\"M").Coordinate(x).Raw(" ").Coordinate(y).Raw(" L").Coordinate(ax).Raw(" ").Coordinate(ay)
            .Raw(" L").Coordinate(bx).Raw(" ").Coordinate(by).Raw(" Z\" fill=\"#808080\"/>\n");
    }

    private static void DrawSum(SvgWriter svg, double x, double y) =>
        svg.Circle(x, y, 7, Way).Line(x - 4, y, x + 4, y, Way).Line(x, y - 4, x, y + 4, Way);

    private static void DrawLabel(SvgWriter svg, RouteLabel label)
    {
        var text = TextMetrics.Fit(label.Text, label.Room, label.Upright ? 10 : 11);
        if (!label.Upright) svg.Text(label.X, label.Y, text, style: " font-size=\"11\"");
        else svg.Text(label.X, label.Y, text, Anchor.Middle,
            string.Create(CultureInfo.InvariantCulture, $" font-size=\"10\" transform=\"rotate(-90 {label.X:0.#} {label.Y:0.#})\""));
    }
}
