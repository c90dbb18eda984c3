using System.Text;
using Kiln.Charts;

namespace Kiln.Notebooks;

/// <summary>A chart as a notebook stores it: a picture that needs no script, a PNG, and its numbers as text.</summary>
internal static class ChartBundle
{
    // A transparent pixel. Some hosts keep the mime types of the first bundle, so the place of the PNG is held from the start.
    private const string PixelPng = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==";

    // A wider picture, made to fit a narrow page, has letters that nobody can read: it keeps this share of its width and is scrolled.
    private const int WidestToShrink = 800;
    private const double LeastShare = 0.75;

    // A picture that would make the notebook heavy (noise compresses badly) is stored at single resolution.
    private const int LargestPng = 100_000;

    /// <summary>The chart of a run that still trains: redrawn often, so without script and PNG.</summary>
    public static MimeBundle Living(Chart chart) => Of(Picture(chart), chart.ToText(), PixelPng);

    /// <summary>The chart as it stays: its picture becomes an interactive figure where scripts run.</summary>
    public static MimeBundle Final(Chart chart) => Of(FinalHtml(chart), chart.ToText(), FinalPng(chart));

    /// <summary>The picture as HTML, without script.</summary>
    public static string Picture(Chart chart)
    {
        var (width, height) = chart.PictureSize;
        var data = Convert.ToBase64String(Encoding.UTF8.GetBytes(chart.ToSvg()));
        // width and height keep the place free before the picture is there, so that the page does not jump.
        var image = $"<img alt=\"{Markup.Text(chart.Title.Length > 0 ? chart.Title : "chart")}\" width=\"{width}\" height=\"{height}\" "
            + $"style=\"width:{width}px;{(width > WidestToShrink ? $"min-width:{(int)(LeastShare * width)}px;" : "")}max-width:100%;height:auto;background:none\" src=\"data:image/svg+xml;base64,{data}\">";
        return width > WidestToShrink ? $"<div style=\"overflow-x:auto\">{image}</div>" : image;
    }

    // There is nothing to read off a sheet of pictures or a diagram by pointing at it, and it would be stored twice.
    // The bars of a critical-difference diagram have no like among plotly's charts.
    private static string FinalHtml(Chart chart) =>
        chart is ImageGrid or NetworkDiagram or CriticalDifferenceDiagram ? Picture(chart) : InteractiveFigure.Around(Picture(chart), chart);

    private static MimeBundle Of(string html, string text, string? png)
    {
        var bundle = MimeBundle.Of(html, text);
        return png is null ? bundle : bundle.With(MimeBundle.Png, png);
    }

    // A machine without librsvg loses the PNG, which only exports read; HTML and text are complete without it.
    private static string FinalPng(Chart chart)
    {
        try
        {
            var png = chart.ToPng(2);
            return Convert.ToBase64String(png.Length <= LargestPng ? png : chart.ToPng(1));
        }
        catch (PictureException)
        {
            return PixelPng;
        }
    }
}
