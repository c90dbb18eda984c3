using System.Globalization;

namespace Kiln.Training;

/// <summary>Turns a table into examples: which columns are features, which the target, and what kind each is.</summary>
internal static class TableExamples
{
    /// <param name="table">The table as read.</param>
    /// <param name="target">The column to predict, or several with commas between them.</param>
    /// <param name="options">Task, columns to drop, categories.</param>
    /// <param name="budget">Bytes that the features may take in memory; more stay in a file.</param>
    /// <exception cref="DataException">Names column and row.</exception>
    public static RawExamples Of(TextTable table, string target, TableOptions options, long budget = long.MaxValue)
    {
        if (table.Rows == 0) throw new DataException($"{table.Place}: expected at least one row of values, found none.");
        string[] targets = TargetNames(table, target);
        int[] rows = KnownRows(table, targets);
        RawTargets known = TargetColumns.Of(table, targets, rows, options);
        if (options.Text is { } text) return LabelledText.Of(table, table.Find(text), known, rows, options);
        var features = Features(table, targets, known, options);
        string[] names = features.Names;
        if (names.Length == 0)
            throw new DataException($"{table.Place}: no column is left to learn from: {string.Join("; ", features.Facts.Select(fact => $"{fact.Name}: {fact.Summary}"))}.");
        bool streams = IsLarge((long)rows.Length * names.Length, options, budget);
        if (streams)
        {
            table.Spill(_ => false);
            table.Remarks.Add("The rows do not fit in the memory set aside for them: they are kept in a temporary file and read batch by batch, ahead of the training.");
        }
        FeatureRows values = features.Of(rows);
        return new RawExamples
        {
            Name = table.Name,
            Shape = [names.Length],
            Features = streams ? null : All(values, rows.Length, names.Length),
            StoredFeatures = streams ? values : null,
            MayMiss = true,
            ColumnNames = names,
            Targets = known,
            Facts = new DataFacts([.. features.Facts], [.. table.Remarks]),
        };
    }

    /// <summary>Whether so many numbers are too many for the memory.</summary>
    public static bool IsLarge(long numbers, TableOptions options, long budget) =>
        options.Text is null && numbers * sizeof(float) > Math.Min(budget, Array.MaxLength);

    /// <summary>Whether a column is to be predicted.</summary>
    public static bool IsTarget(TextColumn column, string target) => column.Name == target
        || target.Split(',', StringSplitOptions.TrimEntries).Contains(column.Name, StringComparer.OrdinalIgnoreCase);

    private static float[] All(FeatureRows rows, int count, int width)
    {
        const int AtOnce = 4096;
        var values = new float[count * width];
        for (int row = 0; row < count; row += AtOnce) rows.Read((long)row * width, values.AsSpan(row * width, Math.Min(AtOnce, count - row) * width));
        return values;
    }

    private static FeatureColumns Features(TextTable table, string[] targets, RawTargets known, TableOptions options)
    {
        foreach (string name in options.Drop.Concat(options.Categories)) table.Find(name);
        var features = new FeatureColumns(table, options);
        foreach (TextColumn column in table.Columns)
        {
            if (targets.Contains(column.Name)) features.AddFact(column, ColumnKind.Target, SummaryOf(known, Array.IndexOf(targets, column.Name)));
            else if (options.Drop.Contains(column.Name, StringComparer.OrdinalIgnoreCase)) features.AddFact(column, ColumnKind.LeftOut, "left out as asked");
            else features.Add(column);
        }
        return features;
    }

    private static string[] TargetNames(TextTable table, string target)
    {
        // A name with a comma in it is one name where the table has such a column.
        if (table.Columns.Any(column => column.Name == target)) return [target];
        if (string.IsNullOrWhiteSpace(target))
            throw new DataException($"{table.Place}: which column is to be predicted? Name it with --target. Columns: {string.Join(", ", table.Columns.Select(column => column.Name))}.");
        return [.. target.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => table.Find(name).Name)];
    }

    /// <summary>Rows in which everything to predict is known; nothing can be learnt from the others.</summary>
    private static int[] KnownRows(TextTable table, string[] targets)
    {
        TextColumn[] columns = [.. targets.Select(table.Find)];
        int[] rows = [.. Enumerable.Range(0, table.Rows).Where(row => Array.TrueForAll(columns, column => !IsMissing(column, row)))];
        int lost = table.Rows - rows.Length;
        if (rows.Length == 0) throw new DataException($"{table.Place}: column '{string.Join("', '", targets)}' is to be predicted, but it is empty in every row.");
        if (lost == 0) return rows;
        int first = Enumerable.Range(0, table.Rows).First(row => Array.Exists(columns, column => IsMissing(column, row)));
        table.Remarks.Add(string.Create(CultureInfo.InvariantCulture,
            $"{lost} of {table.Rows} rows are left out because {string.Join(" or ", targets)} is missing in them, the first of them {table.RowName(first)}."));
        return rows;
    }

    private static bool IsMissing(TextColumn column, int row) => column.Codes is { } codes
        ? codes[row] < 0
        : column.NumberCount == column.Filled && float.IsNaN(column.Numbers[row]);

    private static string SummaryOf(RawTargets targets, int column) => targets switch
    {
        ClassTargets classes => $"to be predicted: {classes.Names.Length} classes",
        LabelTargets => "to be predicted: yes or no",
        NumberTargets numbers => $"to be predicted: {FigureText.Of(Column(numbers, column).Min())} to {FigureText.Of(Column(numbers, column).Max())}",
        _ => "to be predicted",
    };

    private static IEnumerable<float> Column(NumberTargets numbers, int column) => numbers.Values.Where((_, i) => i % numbers.Names.Length == column);
}
