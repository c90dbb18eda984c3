using System.Globalization;
using Kiln.Charts.Svg;

namespace Kiln.Charts.Plotly;

/// <summary>A network as a plotly figure: its blocks are shapes, and invisible points on them tell all about a block.</summary>
internal static class NetworkPlotly
{
    private const string Line = "rgba(128,128,128,0.85)";

    public static string Write(NetworkDiagram diagram)
    {
        using var figure = new FigureWriter();
        var layout = new NetworkLayout(diagram);
        if (!diagram.Blocks.IsEmpty) WriteHover(figure, diagram, layout);
        figure.OpenLayout(diagram, 0, 0, 0, 0).Set("showlegend", false).Set("hovermode", "closest");
        // The axes count CSS pixels from the upper left corner, as the SVG does.
        Hidden(figure, "xaxis", 0, layout.Size.Width);
        Hidden(figure, "yaxis", layout.Size.Height, 0);
        figure.OpenArray("shapes");
        foreach (var route in layout.Routes) WriteRoute(figure, route);
        foreach (var (x, y) in layout.Sums) WriteSum(figure, x, y);
        for (var i = 0; i < layout.Blocks.Count; i++) WriteBox(figure, diagram.Blocks[i], layout.Blocks[i]);
        figure.CloseArray().OpenArray("annotations");
        if (!diagram.Blocks.IsEmpty) WriteTexts(figure, diagram, layout);
        return figure.CloseArray().Close().Finish();
    }

    private static void WriteHover(FigureWriter figure, NetworkDiagram diagram, NetworkLayout layout) =>
        figure.Open().Set("type", "scatter").Set("mode", "markers")
            .Set("x", layout.Blocks.Select(box => box.Middle).ToArray()).Set("y", layout.Blocks.Select(box => box.Y + box.Height / 2).ToArray())
            .SetTexts("hovertext", diagram.Blocks.Select(Describe)).Set("hoverinfo", "text")
            .Open("marker").Set("size", 24).Set("opacity", 0).Close().Close();

    private static string Describe(NetworkBlock block)
    {
        var parameters = block.Parameters == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {block.Parameters:#,0} parameters");
        return $"{block.Name}{(block.Detail == "" ? "" : " · " + block.Detail)}: {block.Shape}{parameters}";
    }

    private static void WriteTexts(FigureWriter figure, NetworkDiagram diagram, NetworkLayout layout)
    {
        Text(figure, layout.Input.Middle, layout.Input.Y + 10, TextMetrics.Fit($"input {diagram.Input}".TrimEnd(), layout.Input.Width, 12), 12, "center");
        for (var i = 0; i < layout.Blocks.Count; i++)
        {
            var (block, box) = (diagram.Blocks[i], layout.Blocks[i]);
            Text(figure, box.X + 9, box.Y + 12, TextMetrics.Fit(block.Name, box.Width - 64, 12), 12, "left");
            if (block.Parameters > 0) Text(figure, box.X + box.Width - 8, box.Y + 12, NetworkSvg.Count(block.Parameters), 10, "right");
            if (block.Detail != "") Text(figure, box.X + 9, box.Y + 27, TextMetrics.Fit(block.Detail, box.Width - 16, 11), 11, "left");
        }
        foreach (var label in layout.Labels.Where(label => label.Text != ""))
            Text(figure, label.X, label.Y - (label.Upright ? 0 : 4), TextMetrics.Fit(label.Text, label.Room, 11), label.Upright ? 10 : 11, label.Upright ? "center" : "left", label.Upright);
    }

    private static void Text(FigureWriter figure, double x, double y, string text, double size, string anchor, bool upright = false)
    {
        figure.Open().SetText("text", text).Set("showarrow", false).Set("x", x).Set("y", y).Set("xanchor", anchor).Set("yanchor", "middle");
        if (upright) figure.Set("textangle", -90);
        figure.Open("font").Set("size", size).Set("color", Palette.Ink).Close().Close();
    }

    private static void WriteRoute(FigureWriter figure, Route route)
    {
        var path = "M" + string.Join(" L", route.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#} {point.Y:0.#}")));
        Shape(figure, "path").Set("path", path).Open("line").Set("color", Line).Set("width", 1.3).Close().Close();
    }

    private static void WriteSum(FigureWriter figure, double x, double y)
    {
        Shape(figure, "circle").Set("x0", x - 7).Set("x1", x + 7).Set("y0", y - 7).Set("y1", y + 7).Open("line").Set("color", Line).Set("width", 1.3).Close().Close();
        WriteRoute(figure, new Route([(x - 4, y), (x + 4, y)], false));
        WriteRoute(figure, new Route([(x, y - 4), (x, y + 4)], false));
    }

    private static void WriteBox(FigureWriter figure, NetworkBlock block, Box box)
    {
        var color = NetworkSvg.Color(block.Family);
        Shape(figure, "rect").Set("x0", box.X).Set("x1", box.X + box.Width).Set("y0", box.Y).Set("y1", box.Bottom)
            .Set("fillcolor", Transparent(color)).Open("line").Set("color", color).Set("width", 1).Close().Close();
    }

    private static FigureWriter Shape(FigureWriter figure, string type) => figure.Open().Set("type", type).Set("xref", "x").Set("yref", "y").Set("layer", "below");

    private static string Transparent(string color) => string.Create(CultureInfo.InvariantCulture,
        $"rgba({Convert.ToInt32(color[1..3], 16)},{Convert.ToInt32(color[3..5], 16)},{Convert.ToInt32(color[5..7], 16)},0.13)");

    private static void Hidden(FigureWriter figure, string name, double from, double to) =>
        figure.Open(name).Set("visible", false).Set("range", [from, to]).Set("fixedrange", true).Close();
}
