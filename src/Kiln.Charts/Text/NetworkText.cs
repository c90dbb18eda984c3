using System.Globalization;
using System.Text;

namespace Kiln.Charts.Text;

/// <summary>A network as lines of text: blocks with shapes and sizes, ways around them as brackets at the left.</summary>
internal static class NetworkText
{
    public static string Write(NetworkDiagram diagram)
    {
        var text = new StringBuilder(diagram.Title == "" ? "network" : TextCells.OneLine(diagram.Title));
        if (diagram.Blocks.IsEmpty) return text.Append("\nno data").ToString();
        var table = new TextTable(false, false, false, true);
        table.Add("", "input", diagram.Input, "");
        for (var i = 0; i < diagram.Blocks.Length; i++)
        {
            var block = diagram.Blocks[i];
            var name = block.Detail == "" ? block.Name : $"{block.Name} · {block.Detail}";
            table.Add(Brackets(diagram, i), name, block.Shape, block.Parameters == 0 ? "" : block.Parameters.ToString("#,0", CultureInfo.InvariantCulture));
            foreach (var skip in diagram.Skips.Where(skip => skip.Last == i))
                if (skip.Label != "") table.Add("", $"  added through {skip.Label}", "", "");
        }
        table.Write(text);
        return text.ToString();
    }

    private static string Brackets(NetworkDiagram diagram, int index)
    {
        var marks = diagram.Skips.OrderBy(skip => skip.First).ThenByDescending(skip => skip.Last).Where(skip => skip.First <= index && skip.Last >= index)
            .Select(skip => skip.First == skip.Last ? "[+" : skip.First == index ? "┌" : skip.Last == index ? "└+" : "│");
        return string.Concat(marks);
    }
}
