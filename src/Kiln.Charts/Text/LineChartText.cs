using System.Globalization;
using System.Text;
using Kiln.Charts.Scales;

namespace Kiln.Charts.Text;

/// <summary>A line chart in words and numbers: each line with a sparkline, its first, best and last value.</summary>
internal static class LineChartText
{
    public static string Write(LineChart chart)
    {
        var text = new StringBuilder(TextCells.OneLine(Heading(chart)));
        var lines = DrawnLine.All(chart);
        if (lines.Length == 0) return text.Append("\nno data").ToString();
        var spark = new Sparkline(chart, lines);
        var table = new TextTable(false, false, true, true, true, true, false);
        table.Add([.. Header(chart)]);
        foreach (var line in lines) table.Add([.. Row(chart, line, spark)]);
        table.Write(text);
        foreach (var marker in chart.Markers)
            text.Append(CultureInfo.InvariantCulture,
                $"\n{TextCells.OneLine(marker.Text)} at {Numbers.Short(marker.X)}{(marker.Y is { } y ? $": {Numbers.Short(y)}" : "")}");
        return text.ToString();
    }

    private static string Heading(LineChart chart)
    {
        var axes = (chart.Y.Title, chart.X.Title) switch
        {
            ("", "") => "",
            ("", var x) => $"by {x}",
            (var y, "") => y,
            var (y, x) => $"{y} by {x}",
        };
        return chart.Title == "" ? axes == "" ? "chart" : axes : axes == "" ? chart.Title : $"{chart.Title}: {axes}";
    }

    private static IEnumerable<string> Header(LineChart chart) => chart.Better == Better.Unknown
        ? ["", "", "first", "lowest", "highest", "last", ""]
        : ["", "", "first", "best", "", "last", ""];

    private static IEnumerable<string> Row(LineChart chart, DrawnLine line, Sparkline spark)
    {
        var (xs, ys) = (line.X, line.Y);
        var (low, high, first) = (-1, -1, -1);
        for (var i = 0; i < ys.Length; i++)
        {
            if (double.IsNaN(ys[i])) continue;
            if (first < 0) first = i;
            if (low < 0 || ys[i] < ys[low]) low = i;
            if (high < 0 || ys[i] > ys[high]) high = i;
        }
        var note = line.LeftOut == 0
            ? ""
            : line.LeftOut.ToString(CultureInfo.InvariantCulture) + (chart.X.Log || chart.Y.Log ? " left out" : " not finite");
        if (first < 0) return [line.Source.Name, "", "–", "–", chart.Better == Better.Unknown ? "–" : "", "–", note];
        string At(int i) => $"{Numbers.Short(ys[i])} at {Numbers.Short(xs[i])}";
        return chart.Better == Better.Unknown
            ? [line.Source.Name, spark.Draw(line), Numbers.Short(ys[first]), At(low), At(high), Numbers.Short(line.Last!.Value.Y), note]
            : [line.Source.Name, spark.Draw(line), Numbers.Short(ys[first]), At(chart.Better == Better.Lower ? low : high), "",
                Numbers.Short(line.Last!.Value.Y), note];
    }
}
