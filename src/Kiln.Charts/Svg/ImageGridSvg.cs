using Kiln.Charts.Png;

namespace Kiln.Charts.Svg;

/// <summary>Draws a sheet of pictures, each embedded as a PNG of its own.</summary>
internal static class ImageGridSvg
{
    public static string Draw(ImageGrid grid)
    {
        var layout = new ImageGridLayout(grid);
        var svg = new SvgWriter(layout.Size.Width, layout.Size.Height, grid.Title);
        svg.Text(8, 21, TextMetrics.Fit(grid.Title, grid.Width - 16, 14, bold: true), style: " font-size=\"14\" font-weight=\"600\"");
        if (grid.Images.IsEmpty) svg.Text(grid.Width / 2.0, layout.Size.Height - 12, "no data", Anchor.Middle);
        for (var i = 0; i < grid.Images.Length; i++) DrawTile(svg, layout, grid.Images[i], i);
        return svg.Finish();
    }

    private static void DrawTile(SvgWriter svg, ImageGridLayout layout, GridImage image, int index)
    {
        var (x, y, width, height) = layout.Box(index, image);
        svg.Raw("<image").Number("x", x).Number("y", y).Number("width", width).Number("height", height)
            .Raw(" preserveAspectRatio=\"none\" image-rendering=\"pixelated\" style=\"image-rendering:pixelated\" href=\"")
            .Raw(PngEncoder.DataUri(image)).Raw("\"/>\n");
        // A picture with a white ground has no visible edge on a white page.
        svg.Rectangle(x - .5, y - .5, width + 1, height + 1, "fill=\"none\" stroke=\"#808080\" stroke-opacity=\".45\"");
        if (!layout.HasLabels) return;
        var color = Palette.Valid(image.LabelColor, Palette.Ink);
        var (left, top) = layout.Corner(index);
        svg.Text(left + layout.Tile / 2, top + layout.Tile + 14, TextMetrics.Fit(image.Label, layout.LabelRoom, 11), Anchor.Middle,
            $" font-size=\"11\"{(color == Palette.Ink ? "" : $" fill=\"{color}\" font-weight=\"600\"")}");
    }
}
