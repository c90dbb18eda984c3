using Kiln.Charts.Png;

namespace Kiln.Charts;

/// <summary>
/// A picture of numbers as a value: the same record always gives the same SVG, PNG, plotly figure and text.
/// </summary>
/// <remarks>
/// Every picture has a transparent ground and mid-tone ink, so that one picture is readable on a white and on a dark page:
/// a front end does not tell an image which theme is on.
/// </remarks>
public abstract record Chart
{
    private protected Chart()
    {
    }

    /// <summary>The heading, empty for none. Default: empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Width of the picture in CSS pixels, 160 to 4096. Default: 640.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The width is outside these bounds.</exception>
    public int Width
    {
        get;
        init => field = Bounded(value, 160, nameof(Width));
    } = 640;

    /// <summary>Height of the picture in CSS pixels, 120 to 4096. Default: 360.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The height is outside these bounds.</exception>
    public int Height
    {
        get;
        init => field = Bounded(value, 120, nameof(Height));
    } = 360;

    /// <summary>Size in CSS pixels of what <see cref="ToSvg"/> draws; a dot chart and an image grid are as high as their rows need.</summary>
    public abstract (int Width, int Height) PictureSize { get; }

    /// <summary>Draws the chart as an SVG document.</summary>
    /// <returns>Well-formed XML without scripts, styles or references to anything outside.</returns>
    /// <exception cref="ArgumentException">The record contradicts itself, for instance a line with more X than Y.</exception>
    public abstract string ToSvg();

    /// <summary>Writes the chart as a plotly.js figure: <c>{"data": [...], "layout": {...}, "config": {...}}</c>.</summary>
    /// <returns>JSON that the basic bundle of plotly.js 3 and 4 can draw.</returns>
    /// <exception cref="ArgumentException">The record contradicts itself.</exception>
    public abstract string ToPlotlyJson();

    /// <summary>Writes the chart's numbers as text that stands alone in a terminal.</summary>
    /// <returns>Lines separated by a line feed, without one at the end.</returns>
    /// <exception cref="ArgumentException">The record contradicts itself.</exception>
    public abstract string ToText();

    /// <summary>Draws the chart as a PNG picture with a transparent ground.</summary>
    /// <param name="scale">Pixels per CSS pixel, .25 to 8.</param>
    /// <returns>A PNG file of <see cref="PictureSize"/> times <paramref name="scale"/> pixels.</returns>
    /// <exception cref="PictureException">librsvg or cairo is not installed, or cannot draw the picture.</exception>
    public byte[] ToPng(double scale = 2)
    {
        if (!(scale is >= .25 and <= 8))
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "ToPng: expected a scale between 0.25 and 8.");
        return SvgRasteriser.ToPng(ToSvg(), PictureSize, scale);
    }

    private static int Bounded(int value, int least, string name) => value >= least && value <= 4096
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} of a chart: expected {least} to 4096 pixels.");
}
