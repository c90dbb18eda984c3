using System.Globalization;

namespace Kiln.Training;

/// <summary>Tells what a column's cells are.</summary>
internal static class ColumnInference
{
    // A column in which so many of the cells are numbers is a column of numbers with mistakes in it.
    private const double MostlyNumbers = 0.8;

    /// <exception cref="DataException">Text among numbers, or dates that can be read in two ways.</exception>
    public static ColumnKind KindOf(TextColumn column, TextTable table, TableOptions options)
    {
        if (column.Filled == 0) return ColumnKind.LeftOut;
        if (column.NumberCount == column.Filled) return ColumnKind.Number;
        if (column.DateCount == column.Filled) return ColumnKind.Date;
        RequireNoTextAmongNumbers(column, table, isTarget: false);
        if (SlashDates.Read(column, table)) return ColumnKind.Date;
        return !column.HasCodes || column.Texts.Count > options.MaxCategories ? ColumnKind.LeftOut : ColumnKind.Category;
    }

    /// <exception cref="DataException">Most cells are numbers and some are words; names the first.</exception>
    public static void RequireNoTextAmongNumbers(TextColumn column, TextTable table, bool isTarget)
    {
        if (column.NumberCount == column.Filled || column.NumberCount < MostlyNumbers * column.Filled) return;
        var (row, text) = column.FirstNoNumber!.Value;
        throw new DataException(string.Create(CultureInfo.InvariantCulture,
            $"{table.Place}: column '{column.Name}' holds numbers in {column.NumberCount} of {column.Filled} rows, but {table.RowName(row)} has '{Short(text)}'. ")
            + (isTarget
                ? "Correct the cell or empty it (rows without a target are left out); --task classification takes all its cells as words."
                : $"Correct the cell or empty it (missing values are filled in), or leave the column out with --drop \"{column.Name}\"; --categories \"{column.Name}\" takes all its cells as words."));
    }

    internal static string Short(string text) => text.Length <= 40 ? text : text[..37] + "…";
}
