using System.Globalization;
using System.Text;
using Kiln.Charts.Scales;

namespace Kiln.Charts.Text;

/// <summary>A dot chart in words and numbers: each row with its value, its interval and a strip that shows where they lie.</summary>
internal static class DotChartText
{
    private const int Cells = 33;

    public static string Write(DotChart chart)
    {
        var title = (chart.Title, chart.X.Title) switch
        {
            ("", "") => "chart",
            (var heading, "") => heading,
            ("", var axis) => axis,
            var (heading, axis) => $"{heading}: {axis}",
        };
        var text = new StringBuilder(TextCells.OneLine(title));
        if (chart.Dots.IsEmpty) return text.Append("\nno data").ToString();
        var numbers = new DotNumbers(chart);
        var plan = AxisPlan.For(chart.X, numbers.Extent, 4, snap: false);
        var table = new TextTable(false, false, true, true, true);
        foreach (var dot in chart.Dots)
        {
            var points = dot.Points.OrEmpty().Length;
            table.Add(dot.Label, Strip(chart, plan, dot), numbers.Value(dot), numbers.Interval(dot), dot.Note ?? (points == 0 ? "" : $"n={points}"));
        }
        table.Write(text);
        if (chart.Reference is { } reference)
            text.Append('\n').Append(Word(chart.ReferenceTitle, "reference")).Append(" │ ").Append(Numbers.Write(reference, numbers.Format));
        if (chart.Band is { } band)
            text.Append(CultureInfo.InvariantCulture,
                $"\n{Word(chart.BandTitle, "band")} ░ [{Numbers.Write(band.Low, numbers.Format)}, {Numbers.Write(band.High, numbers.Format)}]");
        return text.ToString();
    }

    private static string Word(string title, string otherwise) => title == "" ? otherwise : TextCells.OneLine(title);

    private static string Strip(DotChart chart, AxisPlan plan, Dot dot)
    {
        var row = new char[Cells];
        Array.Fill(row, '·');
        if (chart.Band is { } band) Fill(row, plan, band, '░');
        if (chart.Reference is { } reference) Put(row, plan, reference, '│');
        if (dot.Interval is { } interval)
        {
            Fill(row, plan, interval, '─');
            if (chart.Reference is { } crossed && crossed >= interval.Low && crossed <= interval.High) Put(row, plan, crossed, '┼');
        }
        Put(row, plan, dot.Value, '●');
        return new string(row);
    }

    private static void Fill(char[] row, AxisPlan plan, (double Low, double High) range, char mark)
    {
        var (low, high) = (plan.Share(range.Low), plan.Share(range.High));
        if (double.IsNaN(low) || double.IsNaN(high)) return;
        for (var i = Cell(Math.Max(0, low)); i <= Cell(Math.Min(1, high)); i++) row[i] = mark;
    }

    private static void Put(char[] row, AxisPlan plan, double value, char mark)
    {
        if (plan.Share(value) is >= 0 and <= 1) row[Cell(plan.Share(value))] = mark;
    }

    private static int Cell(double share) => (int)Math.Round(Math.Clamp(share, 0, 1) * (Cells - 1));
}
