namespace Kiln.Training;

/// <summary>Rows whose input is a text of words: T tokens each, filled up with padding at the end.</summary>
internal static class LabelledText
{
    private const int MostWords = 20_000;

    /// <exception cref="DataException">A text is missing.</exception>
    public static RawExamples Of(TextTable table, TextColumn column, RawTargets targets, int[] rows, TableOptions options)
    {
        IReadOnlyList<int> codes = column.Codes!;
        int empty = Array.FindIndex(rows, row => codes[row] < 0);
        if (empty >= 0) throw new DataException($"{table.Place}: {table.RowName(rows[empty])} has no text in column '{column.Name}'. Fill it in or delete the row.");
        string[][] words = [.. column.Texts.Select(text => Tokens.Words(text).ToArray())];
        var vocabulary = Vocabulary.Of(words.SelectMany(text => text), MostWords, Vocabulary.Padding, Vocabulary.Unknown);
        var tokens = new long[rows.Length * options.Length];
        for (int r = 0; r < rows.Length; r++)
        {
            string[] text = words[codes[rows[r]]];
            for (int t = 0; t < Math.Min(text.Length, options.Length); t++) tokens[r * options.Length + t] = vocabulary.NumberOf(text[t]);
        }
        int cut = rows.Count(row => words[codes[row]].Length > options.Length);
        if (cut > 0) table.Remarks.Add(FormattableString.Invariant($"{cut} of {rows.Length} texts are longer than {options.Length} words and were cut; --length sets another length."));
        return new RawExamples
        {
            Name = table.Name,
            Shape = [options.Length],
            Tokens = tokens,
            ColumnNames = vocabulary.All,
            Targets = targets,
            Facts = DataFacts.Of(table.Remarks),
        };
    }
}
