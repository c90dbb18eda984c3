using System.Globalization;

namespace Kiln.Training;

/// <summary>Makes the numbers that a model sees of a table's columns.</summary>
internal sealed class FeatureColumns(TextTable table, TableOptions options)
{
    private readonly List<TableFeature> _features = [];

    /// <summary>What became of every column, in the order of the table.</summary>
    public List<ColumnFacts> Facts { get; } = [];

    public string[] Names => [.. _features.Select(feature => feature.Name)];

    /// <summary>Takes a column in, or leaves it out with a remark.</summary>
    public void Add(TextColumn column)
    {
        bool named = options.Categories.Contains(column.Name, StringComparer.OrdinalIgnoreCase);
        ColumnKind kind = named ? ColumnKind.Category : ColumnInference.KindOf(column, table, options);
        if (kind == ColumnKind.LeftOut || column.HasCodes && column.Texts.Count == 1) LeaveOut(column);
        else if (kind == ColumnKind.Category) AddCategories(column);
        else AddNumbers(column, kind);
    }

    public void AddFact(TextColumn column, ColumnKind kind, string summary) => Facts.Add(new ColumnFacts(column.Name, kind, column.MissingCount, summary));

    /// <summary>(rows, features) values; NaN where a cell is missing.</summary>
    public FeatureRows Of(int[] rows) => new(table.Cells, table.Columns.Count, [.. _features], rows.Length == table.Rows ? null : rows);

    private void AddNumbers(TextColumn column, ColumnKind kind)
    {
        (float low, float high) = (column.Low, column.High);
        if (column.DaysOfCode is not { } days) Add(column.Name, column, cell => cell.Number);
        else
        {
            (low, high) = (days.Min(), days.Max());
            Add(column.Name, column, cell => cell.Code < 0 ? float.NaN : days[cell.Code]);
        }
        AddFact(column, kind, kind == ColumnKind.Date ? $"{DateOf(low)} to {DateOf(high)}" : $"{FigureText.Of(low)} to {FigureText.Of(high)}");
        if (kind == ColumnKind.Number && column.CountsRows && column.Count > 10)
            table.Remarks.Add($"{column.Name} only counts the rows, which a model should not learn from; --drop \"{column.Name}\" leaves it out.");
    }

    private void AddCategories(TextColumn column)
    {
        if (!column.HasCodes || column.Texts.Count > options.MaxCategories)
        {
            throw new DataException($"{table.Place}: column '{column.Name}' is to be categories, but it has {(!column.HasCodes ? "thousands of" : column.Texts.Count.ToString(CultureInfo.InvariantCulture))} different values, "
                + $"more than {options.MaxCategories}. Leave it out with --drop \"{column.Name}\", or allow more with --max-categories.");
        }
        string[] names = [.. column.Texts.Order(StringComparer.Ordinal)];
        // Of two words one says all: the second column would be one minus the first.
        foreach (string name in names.Length == 2 ? names[1..] : names)
        {
            int code = column.Texts.IndexOf(name);
            Add($"{column.Name}={name}", column, cell => cell.Code < 0 ? float.NaN : cell.Code == code ? 1 : 0);
        }
        AddFact(column, ColumnKind.Category, string.Join(", ", names.Take(6)) + (names.Length > 6 ? $", … ({names.Length} in all)" : ""));
    }

    private void Add(string name, TextColumn column, Func<Cell, float> value) =>
        _features.Add(new TableFeature(name, table.Columns.IndexOf(column), value));

    private void LeaveOut(TextColumn column)
    {
        string why = column.Filled == 0 ? "it is empty"
            : column.HasCodes && column.Texts.Count == 1 ? $"it says '{ColumnInference.Short(column.Texts[0])}' in every row"
            : $"its {(!column.HasCodes ? "thousands of" : column.Texts.Count.ToString(CultureInfo.InvariantCulture))} different texts are no categories (--max-categories {options.MaxCategories})";
        AddFact(column, ColumnKind.LeftOut, "left out: " + why);
    }

    private static string DateOf(float days) => DateTime.UnixEpoch.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
