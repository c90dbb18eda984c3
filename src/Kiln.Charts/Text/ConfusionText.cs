using System.Globalization;
using System.Text;
using Kiln.Charts.Scales;

namespace Kiln.Charts.Text;

/// <summary>A confusion matrix in words and numbers: the counts where a terminal is wide enough, and the commonest mistakes.</summary>
internal static class ConfusionText
{
    private const int MostColumns = 12, MostMistakes = 8, MostNameCells = 10;

    public static string Write(ConfusionMatrix chart, DrawnConfusion matrix)
    {
        var text = new StringBuilder(chart.Title == "" ? "confusion matrix" : TextCells.OneLine(chart.Title));
        if (matrix.Size == 0 || matrix.Counts.All(count => count == 0)) return text.Append("\nno data").ToString();
        if (matrix.Size <= MostColumns) WriteCounts(text, matrix);
        WriteMistakes(text, matrix);
        return text.ToString();
    }

    private static void WriteCounts(StringBuilder text, DrawnConfusion matrix)
    {
        text.Append("\nrows: truth, columns: prediction");
        var table = new TextTable([false, .. Enumerable.Repeat(true, matrix.Size)]);
        table.Add(["", .. matrix.Names.Select(Cut)]);
        for (var truth = 0; truth < matrix.Size; truth++)
            table.Add([matrix.Names[truth], .. Enumerable.Range(0, matrix.Size).Select(k => matrix[truth, k] == 0 ? "·" : Count(matrix[truth, k]))]);
        table.Write(text);
    }

    private static void WriteMistakes(StringBuilder text, DrawnConfusion matrix)
    {
        var mistakes = Enumerable.Range(0, matrix.Counts.Length)
            .Where(i => i / matrix.Size != i % matrix.Size && matrix.Counts[i] > 0)
            // The sum of classes that are not shown is no class to be mistaken for.
            .Where(i => !matrix.IsReduced || Math.Max(i / matrix.Size, i % matrix.Size) < matrix.Size - 1)
            .OrderByDescending(i => matrix.Counts[i]).ThenBy(i => i).ToArray();
        text.Append(mistakes.Length == 0 ? "\nno mistakes" : "\ncommonest mistakes");
        var table = new TextTable(false, true, true);
        foreach (var i in mistakes.Take(MostMistakes))
        {
            var (truth, predicted) = (i / matrix.Size, i % matrix.Size);
            table.Add($"{matrix.Names[truth]} taken for {matrix.Names[predicted]}", $"{Count(matrix.Counts[i])} of {Count(matrix.RowSum(truth))}",
                DrawnConfusion.Word(matrix.Share(truth, predicted)));
        }
        table.Write(text);
    }

    private static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Cut(string name)
    {
        var line = TextCells.OneLine(name);
        if (TextCells.Count(line) <= MostNameCells) return line;
        var kept = new StringBuilder();
        foreach (var rune in line.EnumerateRunes())
        {
            if (TextCells.Count(kept.ToString() + rune) > MostNameCells - 1) break;
            kept.Append(rune);
        }
        return kept.Append('…').ToString();
    }
}
