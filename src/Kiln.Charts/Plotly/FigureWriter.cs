using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kiln.Charts.Plotly;

/// <summary>Writes the JSON of a plotly.js figure. Keys keep plotly's own names (https://plotly.com/javascript/reference/).</summary>
internal sealed class FigureWriter : IDisposable
{
    private readonly ArrayBufferWriter<byte> _bytes = new(16 * 1024);
    private readonly Utf8JsonWriter _json;

    /// <summary>Opens the figure and its data array.</summary>
    public FigureWriter()
    {
        // The default encoder also escapes <, > and &, so a figure can stand inside a script element.
        _json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.Default });
        _json.WriteStartObject();
        _json.WriteStartArray("data");
    }

    public FigureWriter Open(string? name = null)
    {
        if (name is null) _json.WriteStartObject();
        else _json.WriteStartObject(name);
        return this;
    }

    public FigureWriter Close()
    {
        _json.WriteEndObject();
        return this;
    }

    public FigureWriter OpenArray(string name)
    {
        _json.WriteStartArray(name);
        return this;
    }

    public FigureWriter CloseArray()
    {
        _json.WriteEndArray();
        return this;
    }

    public FigureWriter Set(string name, string value)
    {
        _json.WriteString(name, value);
        return this;
    }

    /// <summary>A text of the user: plotly would read tags, entities and formulas in it.</summary>
    public FigureWriter SetText(string name, string text) => Set(name, Plain(text));

    public FigureWriter Set(string name, bool value)
    {
        _json.WriteBoolean(name, value);
        return this;
    }

    public FigureWriter Set(string name, double value)
    {
        _json.WritePropertyName(name);
        return Value(value);
    }

    public FigureWriter Set(string name, ReadOnlySpan<double> values)
    {
        _json.WriteStartArray(name);
        foreach (var value in values) Value(value);
        _json.WriteEndArray();
        return this;
    }

    public FigureWriter SetTexts(string name, IEnumerable<string> texts)
    {
        _json.WriteStartArray(name);
        foreach (var text in texts) _json.WriteStringValue(Plain(text));
        _json.WriteEndArray();
        return this;
    }

    /// <summary>A number with seven significant digits, far below what a pixel shows; a gap for one that is not finite.</summary>
    public FigureWriter Value(double value)
    {
        Span<byte> digits = stackalloc byte[32];
        if (!double.IsFinite(value)) _json.WriteNullValue();
        else if (value.TryFormat(digits, out var length, "G7", CultureInfo.InvariantCulture))
            _json.WriteRawValue(digits[..length], skipInputValidation: true);
        return this;
    }

    /// <summary>Closes the figure after its layout and returns it.</summary>
    public string Finish()
    {
        Open("config").Set("displayModeBar", "hover").Set("displaylogo", false).Set("responsive", true).Close();
        _json.WriteEndObject();
        _json.Flush();
        return Encoding.UTF8.GetString(_bytes.WrittenSpan);
    }

    public void Dispose() => _json.Dispose();

    private static string Plain(string text)
    {
        if (text.AsSpan().IndexOfAny("<>&$") < 0) return text;
        // Two dollar signs make a formula where MathJax is loaded.
        return text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("$", "&#36;");
    }
}
