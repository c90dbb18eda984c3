using System.Globalization;

namespace Kiln.Training;

/// <summary>Columns as read, with what a message needs to point at a cell.</summary>
/// <param name="Name">Name of the data set.</param>
/// <param name="Place">Start of every message: "Read houses.csv".</param>
/// <param name="Columns">The columns, all of the same length.</param>
/// <param name="Lines">Line of the file that each row starts at, from 1; null where there is no file.</param>
internal sealed record TextTable(string Name, string Place, List<TextColumn> Columns, List<int>? Lines)
{
    public int Rows => Columns.Count == 0 ? 0 : Columns[0].Numbers.Count;

    /// <summary>What was noticed while reading.</summary>
    public List<string> Remarks { get; init; } = [];

    public string RowName(int row) => Lines is null
        ? string.Create(CultureInfo.InvariantCulture, $"row {row + 1}")
        : string.Create(CultureInfo.InvariantCulture, $"row {row + 1} (line {Lines[row]})");

    public TextColumn Find(string name)
    {
        TextColumn? exact = Columns.FirstOrDefault(column => column.Name == name)
            ?? Columns.FirstOrDefault(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return exact ?? throw new DataException($"{Place}: there is no column '{name}'. {Suggestions.Hint(name, [.. Columns.Select(column => column.Name)])}");
    }
}
