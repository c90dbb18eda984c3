using System.Globalization;
using System.Text;
using Kiln.Charts.Scales;

namespace Kiln.Charts.Text;

/// <summary>A histogram in words and numbers: each set as a row of blocks over all bins, with what it holds and where.</summary>
internal static class HistogramText
{
    private const int Cells = 32;
    private const string Blocks = "▁▂▃▄▅▆▇█";

    public static string Write(Histogram chart)
    {
        var axes = chart.X.Title == "" ? chart.Y.Title : $"{chart.Y.Title} by {chart.X.Title}";
        var text = new StringBuilder(TextCells.OneLine(chart.Title == "" ? axes : axes == "" ? chart.Title : $"{chart.Title}: {axes}"));
        if (chart.Series.IsEmpty) return text.Append("\nno data").ToString();
        var table = new TextTable(false, false, true, true, true, false);
        table.Add("", $"{Numbers.Short(chart.Edges[0])} … {Numbers.Short(chart.Edges[^1])}", "all", "middle", "highest at", "");
        foreach (var series in chart.Series) table.Add(Row(chart, series));
        table.Write(text);
        return text.ToString();
    }

    private static string[] Row(Histogram chart, HistogramSeries series)
    {
        var heights = series.Heights.Select(height => double.IsFinite(height) ? Math.Max(0, height) : 0).ToArray();
        var (sum, highest) = (heights.Sum(), Array.IndexOf(heights, heights.Max()));
        var note = series.LeftOut == 0 ? "" : series.LeftOut.ToString(CultureInfo.InvariantCulture) + " not finite";
        if (sum == 0) return [series.Name, "", "0", "–", "–", note];
        return [series.Name, Draw(heights), Numbers.Short(sum), Numbers.Short(Middle(chart, heights, sum / 2)), Numbers.Short(Centre(chart, highest)), note];
    }

    /// <summary>Where half of the values lie on either side, to the width of a bin.</summary>
    private static double Middle(Histogram chart, double[] heights, double half)
    {
        var bin = 0;
        for (var sum = heights[0]; sum < half && bin < heights.Length - 1; sum += heights[bin]) bin++;
        return Centre(chart, bin);
    }

    private static double Centre(Histogram chart, int bin) => chart.Edges[bin] / 2 + chart.Edges[bin + 1] / 2;

    private static string Draw(double[] heights)
    {
        var cells = Math.Min(Cells, heights.Length);
        var sums = new double[cells];
        for (var i = 0; i < heights.Length; i++) sums[(int)((long)i * cells / heights.Length)] += heights[i];
        var most = sums.Max();
        return string.Concat(sums.Select(sum => sum == 0 ? ' ' : Blocks[Math.Clamp((int)(sum / most * Blocks.Length), 0, Blocks.Length - 1)]));
    }
}
