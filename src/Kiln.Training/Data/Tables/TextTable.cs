using System.Globalization;

namespace Kiln.Training;

/// <summary>Columns as read, with what a message needs to point at a cell.</summary>
/// <param name="Name">Name of the data set.</param>
/// <param name="Place">Start of every message: "Read houses.csv".</param>
/// <param name="Columns">The columns, all of the same length.</param>
/// <param name="Lines">Line of the file that each row starts at, from 1; null where there is no file.</param>
internal sealed record TextTable(string Name, string Place, List<TextColumn> Columns, List<int>? Lines)
{
    private SpillFile<Cell>? _file;

    public int Rows => Columns.Count == 0 ? 0 : Columns[0].Count;

    /// <summary>Whether the cells are in a file, because they do not fit in memory.</summary>
    public bool IsSpilled => _file is not null;

    /// <summary>All cells, row by row; to be asked for when the table is complete.</summary>
    public IStored<Cell> Cells
    {
        get
        {
            _file?.Flush();
            return _file is null ? new ColumnCells(Columns) : _file;
        }
    }

    /// <summary>What was noticed while reading.</summary>
    public List<string> Remarks { get; init; } = [];

    /// <summary>Moves the cells to a file, those of the rows to come too; a few columns keep theirs beside it.</summary>
    public void Spill(Predicate<TextColumn> keeps)
    {
        if (IsSpilled) return;
        var cells = new ColumnCells(Columns);
        var row = new Cell[Columns.Count];
        var file = new SpillFile<Cell>();
        for (int i = 0; i < Rows; i++)
        {
            cells.Read((long)i * row.Length, row);
            file.Append(row);
        }
        foreach (TextColumn column in Columns.Where(column => !keeps(column))) column.LetGo();
        _file = file;
    }

    /// <summary>Every column has taken a cell in.</summary>
    public void EndRow()
    {
        if (_file is null) return;
        foreach (TextColumn column in Columns) _file.Append([column.Last]);
    }

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
