using System.Text.RegularExpressions;

namespace Kiln.Kernel.Tests;

/// <summary>Takes out of a text what differs from run to run or from machine to machine: ids, times, measured losses. Words stay as they are.</summary>
internal static partial class SteadyText
{
    public static string Of(string text)
    {
        text = Color().Replace(text, "").TrimEnd('\n');
        // The rows of the epochs, and the lines of a chart.
        if (EpochHead().IsMatch(text)) text = Columns().Replace(EpochRows().Replace(text, "(…)\n"), "  ");
        if (text.StartsWith("Loss of ", StringComparison.Ordinal)) return text.Split('\n')[0] + "\n(…)";
        text = RunId().Replace(text, "…");
        text = BestEpoch().Replace(text, "Best epoch …$1(… …) · test … · … examples/s");
        return Averages().Replace(text, "from … to … on average");
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Color();

    [GeneratedRegex("^epoch  +train loss", RegexOptions.Multiline)]
    private static partial Regex EpochHead();

    [GeneratedRegex(@"(^ +\d+  .*\n)+", RegexOptions.Multiline)]
    private static partial Regex EpochRows();

    [GeneratedRegex("(?<=[a-z]) {2,}(?=[a-z])")]
    private static partial Regex Columns();

    [GeneratedRegex(@"(?<=\brun |#!runs show )(?=\w*\d)\w{8}\b")]
    private static partial Regex RunId();

    [GeneratedRegex(@"Best epoch \d+( of \d+ )\(.*?\) · test .* examples/s")]
    private static partial Regex BestEpoch();

    [GeneratedRegex(@"from \S+ to \S+ on average")]
    private static partial Regex Averages();
}
