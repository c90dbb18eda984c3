using System.Globalization;
using System.Text;
using Kiln.Charts.Svg;

namespace Kiln.Charts.Text;

/// <summary>A critical-difference diagram in words: the ranks, and letters that those share who cannot be told apart.</summary>
internal static class CriticalDifferenceText
{
    public static string Write(CriticalDifferenceDiagram chart)
    {
        var text = new StringBuilder(TextCells.OneLine(chart.Title == "" ? "mean ranks, 1 is best" : $"{chart.Title}: mean ranks, 1 is best"));
        if (chart.Arms.IsEmpty) return text.Append("\nno data").ToString();
        var groups = chart.Groups().ToArray();
        var table = new TextTable(false, true, false);
        for (var arm = 0; arm < chart.Arms.Length; arm++)
            table.Add(chart.Arms[arm].Name, CriticalDifferenceSvg.Rank(chart.Arms[arm].MeanRank), Letters(groups, arm));
        table.Write(text);
        if (chart.CriticalDifference is { } difference)
            text.Append(CultureInfo.InvariantCulture, $"\ncritical difference {CriticalDifferenceSvg.Rank(difference)}")
                .Append(groups.Length > 0 ? "; arms that share a letter cannot be told apart" : "; all arms can be told apart");
        return text.ToString();
    }

    private static string Letters((int First, int Last)[] groups, int arm) =>
        string.Concat(groups.Select((group, i) => group.First <= arm && arm <= group.Last ? (char)('a' + i % 26) : ' '));
}
