using Kiln.Charts.Png;
using Kiln.Charts.Svg;

namespace Kiln.Charts.Plotly;

/// <summary>A sheet of pictures as a plotly figure: layout images, which the basic bundle has, and unlike an image trace no axis tricks.</summary>
internal static class ImageGridPlotly
{
    public static string Write(ImageGrid grid)
    {
        using var figure = new FigureWriter();
        var layout = new ImageGridLayout(grid);
        WriteHover(figure, grid, layout);
        figure.OpenLayout(grid, 0, 0, 0, 0).Set("showlegend", false).Set("hovermode", "closest");
        // The axes count CSS pixels from the upper left corner, as the SVG does.
        Hidden(figure, "xaxis", 0, layout.Size.Width);
        Hidden(figure, "yaxis", layout.Size.Height, 0);
        figure.OpenArray("images");
        for (var i = 0; i < grid.Images.Length; i++) WriteImages(figure, grid.Images[i], layout, i);
        figure.CloseArray();
        if (layout.HasBars) WriteBars(figure, grid, layout);
        figure.OpenArray("annotations");
        for (var i = 0; layout.HasLabels && i < grid.Images.Length; i++) WriteLabel(figure, grid.Images[i], layout, i);
        for (var i = 0; layout.HasBars && i < grid.Images.Length; i++) WriteWords(figure, grid.Images[i], layout, i);
        return figure.CloseArray().Close().Finish();
    }

    /// <summary>Invisible points carry the whole label, also where the drawn one is cut.</summary>
    private static void WriteHover(FigureWriter figure, ImageGrid grid, ImageGridLayout layout)
    {
        if (grid.Images.IsEmpty) return;
        var middles = Enumerable.Range(0, grid.Images.Length).Select(layout.Corner).ToArray();
        figure.Open().Set("type", "scatter").Set("mode", "markers")
            .Set("x", middles.Select(corner => corner.X + layout.Tile / 2).ToArray())
            .Set("y", middles.Select(corner => corner.Y + layout.Tile / 2).ToArray())
            .SetTexts("hovertext", grid.Images.Select(image => image.MarkedLabel)).Set("hoverinfo", "text")
            .Open("marker").Set("size", Math.Max(4, layout.Tile)).Set("opacity", 0).Close().Close();
    }

    private static void WriteImages(FigureWriter figure, GridImage image, ImageGridLayout layout, int index)
    {
        WriteImage(figure, image, layout.Box(index, image));
        if (!image.Saliency.OrEmpty().IsEmpty) WriteImage(figure, SaliencyPicture.Of(image), layout.SaliencyBox(index, image));
    }

    private static void WriteBars(FigureWriter figure, ImageGrid grid, ImageGridLayout layout)
    {
        figure.OpenArray("shapes");
        for (var i = 0; i < grid.Images.Length; i++)
        {
            var bars = grid.Images[i].Bars.OrEmpty();
            for (var k = 0; k < Math.Min(bars.Length, layout.MostBars); k++)
            {
                var (x, y, width) = layout.Bar(i, k);
                figure.Open().Set("type", "rect").Set("x0", x).Set("x1", x + width * Math.Clamp(bars[k].Share, 0, 1)).Set("y0", y + 13).Set("y1", y + 16)
                    .Set("fillcolor", bars[k].ColorAt(k)).Open("line").Set("width", 0).Close().Close();
            }
        }
        figure.CloseArray();
    }

    private static void WriteWords(FigureWriter figure, GridImage image, ImageGridLayout layout, int index)
    {
        var bars = image.Bars.OrEmpty();
        for (var k = 0; k < Math.Min(bars.Length, layout.MostBars); k++)
        {
            var (x, y, width) = layout.Bar(index, k);
            var value = ImageGridSvg.Share(bars[k]);
            WriteWord(figure, TextMetrics.Fit(bars[k].Name, width - TextMetrics.Width(value, 11) - 6, 11), x, y - 2, "left", Palette.Ink);
            WriteWord(figure, value, x + width, y - 2, "right", Palette.Ink);
        }
    }

    private static void WriteWord(FigureWriter figure, string text, double x, double y, string anchor, string color) =>
        figure.Open().SetText("text", text).Set("showarrow", false).Set("x", x).Set("xanchor", anchor).Set("y", y).Set("yanchor", "top")
            .Open("font").Set("size", 11).Set("color", color).Close().Close();

    private static void WriteImage(FigureWriter figure, GridImage image, (double X, double Y, double Width, double Height) box)
    {
        // Browsers smooth a layout image; enlarged beforehand it stays crisp, and repeated rows compress to almost nothing.
        var enlarge = Math.Clamp((int)Math.Round(2 * box.Width / image.Width), 1, 16);
        figure.Open().Set("source", PngEncoder.DataUri(image, enlarge)).Set("xref", "x").Set("yref", "y").Set("x", box.X).Set("y", box.Y)
            .Set("sizex", box.Width).Set("sizey", box.Height).Set("sizing", "stretch").Set("layer", "below").Close();
    }

    private static void WriteLabel(FigureWriter figure, GridImage image, ImageGridLayout layout, int index)
    {
        var (x, y) = layout.Corner(index);
        WriteWord(figure, TextMetrics.Fit(image.MarkedLabel, layout.LabelRoom, 11), x + (layout.IsCard ? 0 : layout.Tile / 2), y + layout.Tile,
            layout.IsCard ? "left" : "center", ImageGridSvg.LabelColor(image));
    }

    private static void Hidden(FigureWriter figure, string name, double from, double to) =>
        figure.Open(name).Set("visible", false).Set("range", [from, to]).Set("fixedrange", true).Close();
}
