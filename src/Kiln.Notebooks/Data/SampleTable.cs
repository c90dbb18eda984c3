using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>A few examples of a table or of labelled texts, with what is to be learnt of them.</summary>
internal static class SampleTable
{
    private const int Rows = 5;
    private const int MostColumns = 8;
    private const int MostLetters = 80;

    /// <summary>The table; null for pictures and for texts without labels.</summary>
    public static Table? Of(DataSet data)
    {
        if (data.IsImage || data.Task == LearningTasks.LanguageModel) return null;
        if (data.IsTokens) return OfTexts(data);
        return data.InputShape.Length == 1 ? OfRows(data) : null;
    }

    private static Table OfTexts(DataSet data)
    {
        var table = new Table(Column.Of("text", "target"));
        foreach (var row in SampleRows.Of(data, Rows))
        {
            var text = TokenText.Of(data, row);
            table.Add(text.Length <= MostLetters ? text : text[..(MostLetters - 1)] + "…", TargetText.Of(data, row));
        }
        return table;
    }

    private static Table OfRows(DataSet data)
    {
        var shown = (int)Math.Min(data.InputShape[0], MostColumns);
        var more = data.InputShape[0] > shown;
        var names = Enumerable.Range(0, shown).Select(i => new Column(data.ColumnNames.Length > i ? data.ColumnNames[i] : $"x{i + 1}", true));
        var table = new Table([.. names, .. more ? [new Column("…")] : Array.Empty<Column>(), new Column(data.Classes > 0 ? "class" : string.Join(", ", data.TargetNames.Take(3)))]);
        foreach (var row in SampleRows.Of(data, Rows))
            table.Add([.. RawValues.Of(data, row).Take(shown).Select(value => (Cell)Numbers.Short(Math.Round(value, 4))), .. more ? ["…"] : Array.Empty<Cell>(), TargetText.Of(data, row)]);
        return table;
    }
}
