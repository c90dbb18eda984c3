using System.Globalization;

namespace Kiln.Training;

/// <summary>Makes targets of columns: classes, labels or numbers, and says which it chose.</summary>
internal static class TargetColumns
{
    // More different whole numbers than this are an amount, not a choice.
    private const int MostClasses = 20;

    private static readonly string[] Tasks = ["auto", "classification", "regression", "multi-label"];

    /// <param name="table">The table.</param>
    /// <param name="names">The columns to predict.</param>
    /// <param name="rows">Rows to take, those in which every target is known.</param>
    /// <param name="options">Task.</param>
    /// <exception cref="DataException">A column does not fit the task.</exception>
    public static RawTargets Of(TextTable table, string[] names, int[] rows, TableOptions options)
    {
        if (!Tasks.Contains(options.Task, StringComparer.OrdinalIgnoreCase))
            throw new DataException($"{table.Place}: there is no task '{options.Task}' for a table. {Suggestions.Hint(options.Task, Tasks)}");
        TextColumn[] columns = [.. names.Select(table.Find)];
        string task = options.Task.ToLowerInvariant();
        if (task == "auto") task = Choose(table, columns, rows, options);
        return task switch
        {
            "classification" => Classes(table, Only(table, columns, "--task multi-label or --task regression"), rows),
            "multi-label" => Labels(table, columns, rows),
            _ => Numbers(table, columns, rows),
        };
    }

    private static string Choose(TextTable table, TextColumn[] columns, int[] rows, TableOptions options)
    {
        foreach (TextColumn column in columns)
        {
            if (options.Categories.Contains(column.Name, StringComparer.OrdinalIgnoreCase)) continue;
            ColumnInference.RequireNoTextAmongNumbers(column, table, isTarget: true);
            if (column.DateCount == column.Filled)
                throw new DataException($"{table.Place}: column '{column.Name}' holds dates, which cannot be predicted as they are. Make a number of them first, such as days from a start.");
        }
        if (columns.Length > 1) return Array.TrueForAll(columns, IsFlags) ? "multi-label" : "regression";
        TextColumn target = columns[0];
        if (target.NumberCount < target.Filled) return "classification";
        bool few = target.Codes is not null && target.Texts.Count <= MostClasses && rows.Length >= 2 * target.Texts.Count;
        if (few && rows.All(row => target.Numbers[row] == MathF.Round(target.Numbers[row])))
        {
            table.Remarks.Add($"{target.Name} holds {target.Texts.Count} different whole numbers, so they are taken as classes; --task regression takes them as amounts.");
            return "classification";
        }
        if (target.Codes is not null && target.Texts.Count <= MostClasses)
            table.Remarks.Add($"{target.Name} is taken as an amount to predict; --task classification takes its {target.Texts.Count} values as classes.");
        return "regression";
    }

    private static bool IsFlags(TextColumn column) => column.NumberCount == column.Filled && column.Numbers.TrueForAll(number => number is 0 or 1 or float.NaN);

    private static TextColumn Only(TextTable table, TextColumn[] columns, string remedy) => columns.Length == 1 ? columns[0]
        : throw new DataException($"{table.Place}: classification has one target column, got {columns.Length}. Use {remedy}, or name one column.");

    private static ClassTargets Classes(TextTable table, TextColumn target, int[] rows)
    {
        if (target.NumberCount == target.Filled && Array.FindIndex(rows, row => target.Numbers[row] != MathF.Round(target.Numbers[row])) is >= 0 and var broken)
        {
            throw new DataException(string.Create(CultureInfo.InvariantCulture,
                $"{table.Place}: column '{target.Name}' is to be classes, but {table.RowName(rows[broken])} has {target.Numbers[rows[broken]]}, a number with a fraction. ")
                + "Use --task regression to predict amounts, or round the labels.");
        }
        if (target.Codes is not { } codes)
            throw new DataException($"{table.Place}: column '{target.Name}' has thousands of different values: too many to be classes. Name another target, or use --task regression if it holds numbers.");
        string[] names = ClassNames(target);
        if (names.Length < 2)
            throw new DataException($"{table.Place}: column '{target.Name}' says '{names.FirstOrDefault()}' in every row, so there is nothing to tell apart. Name another target column.");
        var place = names.Index().ToDictionary(pair => pair.Item, pair => (long)pair.Index);
        return new ClassTargets(Array.ConvertAll(rows, row => place[NameOf(target, codes[row])]), names);
    }

    /// <summary>Numbers in their order, words in that of their letters: the same for every order of rows.</summary>
    private static string[] ClassNames(TextColumn target)
    {
        var names = Enumerable.Range(0, target.Texts.Count).Select(code => NameOf(target, code)).Distinct();
        return target.NumberCount == target.Filled
            ? [.. names.OrderBy(name => double.Parse(name, CultureInfo.InvariantCulture))]
            : [.. names.Order(StringComparer.Ordinal)];
    }

    // "1", "1.0" and "01" are one class.
    private static string NameOf(TextColumn target, int code)
    {
        string text = target.Texts[code];
        return target.NumberCount == target.Filled && double.TryParse(text, CultureInfo.InvariantCulture, out double number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : text;
    }

    private static LabelTargets Labels(TextTable table, TextColumn[] columns, int[] rows)
    {
        var flags = new byte[rows.Length * columns.Length];
        for (int i = 0; i < flags.Length; i++)
        {
            TextColumn column = columns[i % columns.Length];
            int row = rows[i / columns.Length];
            if (column.Numbers[row] is not (0 or 1))
            {
                throw new DataException($"{table.Place}: {table.RowName(row)} has '{Text(column, row)}' for label '{column.Name}', expected 0 or 1. "
                    + "Labels are one column of 0 and 1 each.");
            }
            flags[i] = (byte)column.Numbers[row];
        }
        return new LabelTargets(flags, [.. columns.Select(column => column.Name)]);
    }

    private static NumberTargets Numbers(TextTable table, TextColumn[] columns, int[] rows)
    {
        var values = new float[rows.Length * columns.Length];
        for (int i = 0; i < values.Length; i++)
        {
            TextColumn column = columns[i % columns.Length];
            int row = rows[i / columns.Length];
            if (float.IsNaN(column.Numbers[row]))
            {
                throw new DataException($"{table.Place}: column '{column.Name}' is to be predicted as a number, but {table.RowName(row)} has '{Text(column, row)}'. "
                    + "Correct the cell, or use --task classification.");
            }
            values[i] = column.Numbers[row];
        }
        return new NumberTargets(values, [.. columns.Select(column => column.Name)]);
    }

    private static string Text(TextColumn column, int row) => column.Codes is { } codes && codes[row] >= 0
        ? ColumnInference.Short(column.Texts[codes[row]])
        : column.Numbers[row].ToString(CultureInfo.InvariantCulture);
}
