using System.Globalization;
using System.Text;

namespace Kiln.Charts.Svg;

internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>Writes SVG into one buffer. Coordinates get one decimal, every text is encoded.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _out = new(16 * 1024);

    public SvgWriter(int width, int height, string title)
    {
        _out.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" ");
        _out.Append("role=\"img\" font-family=\"system-ui,'Segoe UI','DejaVu Sans',sans-serif\" font-size=\"12\" ");
        _out.Append("style=\"font-variant-numeric:tabular-nums\" fill=\"").Append(Palette.Ink).Append("\">\n");
        if (title != "") Raw("<title>").Encoded(title).Raw("</title>\n");
    }

    public SvgWriter Raw(string xml)
    {
        _out.Append(xml);
        return this;
    }

    /// <summary>Appends <c> name="12.3"</c>.</summary>
    public SvgWriter Number(string name, double value)
    {
        _out.Append(' ').Append(name).Append("=\"");
        Coordinate(value);
        _out.Append('"');
        return this;
    }

    public SvgWriter Line(double x1, double y1, double x2, double y2, string style) =>
        Raw("<line").Number("x1", x1).Number("y1", y1).Number("x2", x2).Number("y2", y2).Raw(" ").Raw(style).Raw("/>\n");

    public SvgWriter Circle(double x, double y, double radius, string style) =>
        Raw("<circle").Number("cx", x).Number("cy", y).Number("r", radius).Raw(" ").Raw(style).Raw("/>\n");

    public SvgWriter Rectangle(double x, double y, double width, double height, string style) =>
        Raw("<rect").Number("x", x).Number("y", y).Number("width", width).Number("height", height).Raw(" ").Raw(style).Raw("/>\n");

    /// <summary>Writes a text; <paramref name="style"/> is further attributes, each with a space before it.</summary>
    public SvgWriter Text(double x, double y, string text, Anchor anchor = Anchor.Start, string style = "")
    {
        if (text == "") return this;
        Raw("<text").Number("x", x).Number("y", y);
        if (anchor != Anchor.Start) Raw(anchor == Anchor.End ? " text-anchor=\"end\"" : " text-anchor=\"middle\"");
        return Raw(style).Raw(">").Encoded(text).Raw("</text>\n");
    }

    /// <summary>The chart's title in the upper left corner, cut to the room.</summary>
    public SvgWriter Heading(string title, double room, double x = 8) =>
        Text(x, 21, TextMetrics.Fit(title, room, 14, bold: true), style: " font-size=\"14\" font-weight=\"600\"");

    public SvgWriter Encoded(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '<': _out.Append("&lt;"); break;
                case '>': _out.Append("&gt;"); break;
                case '&': _out.Append("&amp;"); break;
                case '"': _out.Append("&quot;"); break;
                // XML has no way to write control characters; a line break within a label is a space.
                case < ' ' or 0x7f or 0xfffe or 0xffff: _out.Append(' '); break;
                case <= 0xffff: _out.Append((char)rune.Value); break;
                default: _out.Append(rune.ToString()); break;
            }
        }
        return this;
    }

    /// <summary>Appends a coordinate with at most one decimal.</summary>
    /// <remarks>Formatting a double takes most of the time of a chart with thousands of points; tenths as an integer do not.</remarks>
    public SvgWriter Coordinate(double value)
    {
        // What lies far outside the frame is cut off anyway; browsers lose precision beyond such numbers.
        var tenths = (int)Math.Round(Math.Clamp(value, -20_000, 20_000) * 10, MidpointRounding.AwayFromZero);
        if (tenths < 0) _out.Append('-');
        tenths = Math.Abs(tenths);
        Digits(tenths / 10);
        if (tenths % 10 != 0) _out.Append('.').Append((char)('0' + tenths % 10));
        return this;
    }

    public string Finish() => _out.Append("</svg>\n").ToString();

    private void Digits(int value)
    {
        if (value >= 10) Digits(value / 10);
        _out.Append((char)('0' + value % 10));
    }
}
