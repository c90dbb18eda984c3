using System.Globalization;

namespace Kiln.Training;

/// <summary>Makes the numbers that a model sees of a table's columns.</summary>
internal sealed class FeatureColumns(TextTable table, TableOptions options)
{
    private readonly List<(string Name, Func<int, float> Value)> _features = [];

    /// <summary>What became of every column, in the order of the table.</summary>
    public List<ColumnFacts> Facts { get; } = [];

    public string[] Names => [.. _features.Select(feature => feature.Name)];

    /// <summary>Takes a column in, or leaves it out with a remark.</summary>
    public void Add(TextColumn column)
    {
        bool named = options.Categories.Contains(column.Name, StringComparer.OrdinalIgnoreCase);
        ColumnKind kind = named ? ColumnKind.Category : ColumnInference.KindOf(column, table, options);
        if (kind == ColumnKind.LeftOut || column.Codes is { } && column.Texts.Count == 1) LeaveOut(column);
        else if (kind == ColumnKind.Category) AddCategories(column);
        else AddNumbers(column, kind);
    }

    public void AddFact(TextColumn column, ColumnKind kind, string summary) => Facts.Add(new ColumnFacts(column.Name, kind, column.MissingCount, summary));

    /// <summary>(rows, features) values; NaN where a cell is missing.</summary>
    public float[] Values(int[] rows)
    {
        var values = new float[(long)rows.Length * _features.Count];
        for (int f = 0; f < _features.Count; f++)
        {
            Func<int, float> value = _features[f].Value;
            for (int r = 0; r < rows.Length; r++) values[r * _features.Count + f] = value(rows[r]);
        }
        return values;
    }

    private void AddNumbers(TextColumn column, ColumnKind kind)
    {
        _features.Add((column.Name, row => column.Numbers[row]));
        var known = column.Numbers.Where(number => !float.IsNaN(number)).ToList();
        (float low, float high) = (known.Min(), known.Max());
        AddFact(column, kind, kind == ColumnKind.Date ? $"{DateOf(low)} to {DateOf(high)}" : $"{FigureText.Of(low)} to {FigureText.Of(high)}");
        bool counts = kind == ColumnKind.Number && column.MissingCount == 0 && known.Count > 10
            && known.Index().All(pair => pair.Item == known[0] + pair.Index);
        if (counts) table.Remarks.Add($"{column.Name} only counts the rows, which a model should not learn from; --drop \"{column.Name}\" leaves it out.");
    }

    private void AddCategories(TextColumn column)
    {
        if (column.Codes is not { } codes || column.Texts.Count > options.MaxCategories)
        {
            throw new DataException($"{table.Place}: column '{column.Name}' is to be categories, but it has {(column.Codes is null ? "thousands of" : column.Texts.Count.ToString(CultureInfo.InvariantCulture))} different values, "
                + $"more than {options.MaxCategories}. Leave it out with --drop \"{column.Name}\", or allow more with --max-categories.");
        }
        string[] names = [.. column.Texts.Order(StringComparer.Ordinal)];
        // Of two words one says all: the second column would be one minus the first.
        foreach (string name in names.Length == 2 ? names[1..] : names)
        {
            int code = column.Texts.IndexOf(name);
            _features.Add(($"{column.Name}={name}", row => codes[row] < 0 ? float.NaN : codes[row] == code ? 1 : 0));
        }
        AddFact(column, ColumnKind.Category, string.Join(", ", names.Take(6)) + (names.Length > 6 ? $", … ({names.Length} in all)" : ""));
    }

    private void LeaveOut(TextColumn column)
    {
        string why = column.Filled == 0 ? "it is empty"
            : column.Codes is { } && column.Texts.Count == 1 ? $"it says '{ColumnInference.Short(column.Texts[0])}' in every row"
            : $"its {(column.Codes is null ? "thousands of" : column.Texts.Count.ToString(CultureInfo.InvariantCulture))} different texts are no categories (--max-categories {options.MaxCategories})";
        AddFact(column, ColumnKind.LeftOut, "left out: " + why);
    }

    private static string DateOf(float days) => DateTime.UnixEpoch.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
