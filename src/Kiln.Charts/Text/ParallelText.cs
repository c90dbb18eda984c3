using System.Globalization;
using System.Text;
using Kiln.Charts.Scales;

namespace Kiln.Charts.Text;

/// <summary>Parallel coordinates in words and numbers: the best runs as a table, and over which range each column goes.</summary>
internal static class ParallelText
{
    private const int MostRows = 10;

    public static string Write(ParallelCoordinates chart)
    {
        var plan = new ParallelPlan(chart, chart.Height);
        var text = new StringBuilder(TextCells.OneLine(chart.Title == "" ? "runs" : chart.Title));
        if (plan.Drawn.Length == 0) return text.Append("\nno data").ToString();
        text.Append(CultureInfo.InvariantCulture, $": {plan.Ranked.Length} of {plan.Count} with {TextCells.OneLine(chart.Axes[^1].Title)}");
        if (plan.Drawn.Length < plan.Ranked.Length) text.Append(CultureInfo.InvariantCulture, $", {plan.Drawn.Length} drawn");
        if (chart.Better != Better.Unknown) text.Append(CultureInfo.InvariantCulture, $"; the best {Math.Min(MostRows, plan.Ranked.Length)}:");
        var table = new TextTable([.. chart.Axes.Select(axis => axis.Names.OrEmpty().IsEmpty)]);
        table.Add([.. chart.Axes.Select(axis => axis.Title)]);
        foreach (var run in plan.Ranked.Take(MostRows)) table.Add([.. chart.Axes.Select(axis => Write(axis, run))]);
        table.Write(text);
        return text.ToString();
    }

    /// <summary>The value of a run as people read it.</summary>
    public static string Write(ParallelAxis axis, int run)
    {
        var value = axis.Values[run];
        var names = axis.Names.OrEmpty();
        if (names.IsEmpty) return Numbers.Short(value);
        return value >= 0 && value < names.Length ? names[(int)value] : "–";
    }
}
