using System.Globalization;
using System.Text;
using Kiln.Charts.Scales;

namespace Kiln.Charts.Text;

/// <summary>A scatter chart in words and numbers: each set with its ranges and correlation, each line with its ends, each region with its share.</summary>
internal static class ScatterText
{
    public static string Write(ScatterChart chart)
    {
        var axes = (chart.Y.Title, chart.X.Title) switch
        {
            ("", "") => "points",
            ("", var x) => $"by {x}",
            (var y, "") => y,
            var (y, x) => $"{y} by {x}",
        };
        var text = new StringBuilder(TextCells.OneLine(chart.Title == "" ? axes : $"{chart.Title}: {axes}"));
        var plans = new ScatterPlans(chart);
        if (plans.Points.All(set => set.AllX.Length == 0) && plans.Lines.All(line => line.Last is null) && chart.Regions is null)
            return text.Append("\nno data").ToString();
        WritePoints(text, plans.Points);
        WriteLines(text, plans.Lines);
        if (chart.Regions is { } regions) WriteRegions(text, regions);
        return text.ToString();
    }

    private static void WritePoints(StringBuilder text, DrawnPoints[] sets)
    {
        if (sets.Length == 0) return;
        var table = new TextTable(false, true, true, true, true, false);
        table.Add("", "points", "x", "y", "correlation", "");
        foreach (var set in sets)
        {
            var notes = new List<string>();
            if (set.X.Length < set.AllX.Length) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{set.X.Length} drawn"));
            if (set.LeftOut > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{set.LeftOut} left out"));
            table.Add(set.Source.Name, set.AllX.Length.ToString(CultureInfo.InvariantCulture), Range(set.AllX), Range(set.AllY), Correlation(set.AllX, set.AllY), string.Join(", ", notes));
        }
        table.Write(text);
    }

    private static void WriteLines(StringBuilder text, DrawnLine[] lines)
    {
        foreach (var line in lines)
        {
            var first = Array.FindIndex(line.Y, y => !double.IsNaN(y));
            if (first < 0 || line.Last is not { } last) continue;
            text.Append('\n').Append(TextCells.OneLine(line.Source.Name == "" ? "line" : line.Source.Name)).Append(CultureInfo.InvariantCulture,
                $": from ({Numbers.Short(line.X[first])}, {Numbers.Short(line.Y[first])}) to ({Numbers.Short(last.X)}, {Numbers.Short(last.Y)})");
        }
    }

    private static void WriteRegions(StringBuilder text, ClassRegions regions)
    {
        text.Append("\nshare of the plane");
        var table = new TextTable(false, true);
        for (var k = 0; k < regions.ClassNames.Length; k++)
            table.Add(regions.ClassNames[k], (regions.Classes.Count(cell => cell == k) / (double)regions.Classes.Length).ToString("0.00", CultureInfo.InvariantCulture));
        table.Write(text);
    }

    private static string Range(double[] values) => values.Length == 0 ? "–" : $"{Numbers.Short(values.Min())} … {Numbers.Short(values.Max())}";

    private static string Correlation(double[] xs, double[] ys)
    {
        if (xs.Length < 3) return "–";
        var (meanX, meanY) = (xs.Average(), ys.Average());
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < xs.Length; i++)
        {
            var (x, y) = (xs[i] - meanX, ys[i] - meanY);
            (xx, yy, xy) = (xx + x * x, yy + y * y, xy + x * y);
        }
        var r = xy / Math.Sqrt(xx * yy);
        return double.IsFinite(r) ? r.ToString("0.000", CultureInfo.InvariantCulture) : "–";
    }
}
