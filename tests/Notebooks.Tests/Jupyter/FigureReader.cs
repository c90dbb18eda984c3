using System.Text.Json;
using System.Text.RegularExpressions;

namespace Notebooks.Tests;

/// <summary>Reads the points of a chart back out of a stored output, from the figure that its script would draw.</summary>
internal static partial class FigureReader
{
    /// <summary>The line whose name contains a word.</summary>
    public static (double[] X, double[] Y) Line(NotebookOutput chart, string name)
    {
        var traces = Figure(chart.Mime("text/html")!).GetProperty("data").EnumerateArray();
        var line = traces.First(trace => trace.GetProperty("name").GetString()!.Contains(name, StringComparison.Ordinal));
        return (Numbers(line, "x"), Numbers(line, "y"));
    }

    private static double[] Numbers(JsonElement line, string axis) => [.. line.GetProperty(axis).EnumerateArray().Select(value => value.GetDouble())];

    private static JsonElement Figure(string html)
    {
        var start = FigureStart().Match(html);
        Assert.True(start.Success, "The chart's HTML holds no figure.");
        var bytes = System.Text.Encoding.UTF8.GetBytes(html[(start.Index + start.Length)..]);
        var reader = new Utf8JsonReader(bytes);
        return JsonDocument.ParseValue(ref reader).RootElement;
    }

    [GeneratedRegex(@"\bfigure=(?=\{)")]
    private static partial Regex FigureStart();
}
