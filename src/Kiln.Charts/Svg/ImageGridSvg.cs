using System.Globalization;
using Kiln.Charts.Png;

namespace Kiln.Charts.Svg;

/// <summary>Draws a sheet of pictures, each embedded as a PNG of its own, with what belongs to it at its right.</summary>
internal static class ImageGridSvg
{
    public static string Draw(ImageGrid grid)
    {
        var layout = new ImageGridLayout(grid);
        var svg = new SvgWriter(layout.Size.Width, layout.Size.Height, grid.Title);
        svg.Heading(grid.Title, grid.Width - 16);
        if (grid.Images.IsEmpty) svg.Text(grid.Width / 2.0, layout.Size.Height - 12, "no data", Anchor.Middle);
        for (var i = 0; i < grid.Images.Length; i++) DrawTile(svg, layout, grid.Images[i], i);
        return svg.Finish();
    }

    /// <summary>A probability as it stands beside a bar.</summary>
    public static string Share(ClassBar bar) => bar.Share.ToString("0.00", CultureInfo.InvariantCulture);

    private static void DrawTile(SvgWriter svg, ImageGridLayout layout, GridImage image, int index)
    {
        DrawPicture(svg, layout.Box(index, image), image);
        if (!image.Saliency.OrEmpty().IsEmpty) DrawPicture(svg, layout.SaliencyBox(index, image), SaliencyPicture.Of(image));
        var bars = image.Bars.OrEmpty();
        for (var k = 0; k < Math.Min(bars.Length, layout.MostBars); k++) DrawBar(svg, layout.Bar(index, k), bars[k], k);
        if (layout.HasLabels) DrawLabel(svg, layout, image, index);
    }

    private static void DrawPicture(SvgWriter svg, (double X, double Y, double Width, double Height) box, GridImage image)
    {
        var (x, y, width, height) = box;
        svg.Raw("<image").Number("x", x).Number("y", y).Number("width", width).Number("height", height)
            .Raw(" preserveAspectRatio=\"none\" image-rendering=\"pixelated\" style=\"image-rendering:pixelated\" href=\"")
            .Raw(PngEncoder.DataUri(image)).Raw("\"/>\n");
        // A picture with a white ground has no visible edge on a white page.
        svg.Rectangle(x - .5, y - .5, width + 1, height + 1, "fill=\"none\" stroke=\"#808080\" stroke-opacity=\".45\"");
    }

    private static void DrawBar(SvgWriter svg, (double X, double Y, double Width) place, ClassBar bar, int index)
    {
        var (x, y, width) = place;
        var value = Share(bar);
        var valueWidth = TextMetrics.Width(value, 11);
        svg.Text(x, y + 10, TextMetrics.Fit(bar.Name, width - valueWidth - 6, 11), style: $" font-size=\"11\"{(bar.IsTruth ? " font-weight=\"600\"" : "")}");
        svg.Text(x + width, y + 10, value, Anchor.End, " font-size=\"11\"");
        svg.Rectangle(x, y + 13, width, 3, "fill=\"#808080\" fill-opacity=\".22\"");
        if (bar.Share > 0) svg.Rectangle(x, y + 13, width * Math.Min(1, bar.Share), 3, $"fill=\"{bar.ColorAt(index)}\"");
    }

    private static void DrawLabel(SvgWriter svg, ImageGridLayout layout, GridImage image, int index)
    {
        var color = LabelColor(image);
        var (left, top) = layout.Corner(index);
        var style = $" font-size=\"11\"{(color == Palette.Ink ? "" : $" fill=\"{color}\" font-weight=\"600\"")}";
        var text = TextMetrics.Fit(image.MarkedLabel, layout.LabelRoom, 11, bold: layout.IsCard && color != Palette.Ink);
        if (layout.IsCard) svg.Text(left, top + layout.Tile + 14, text, style: style);
        else svg.Text(left + layout.Tile / 2, top + layout.Tile + 14, text, Anchor.Middle, style);
    }

    public static string LabelColor(GridImage image) =>
        Palette.Valid(image.LabelColor ?? (image.IsRight == false ? Palette.Warning : null), Palette.Ink);
}
