namespace Kiln.Training;

/// <summary>The cells of a table in memory, row by row.</summary>
internal sealed class ColumnCells(IReadOnlyList<TextColumn> columns) : IStored<Cell>
{
    public void Read(long first, Span<Cell> values)
    {
        var (row, column) = ((int)(first / columns.Count), (int)(first % columns.Count));
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = columns[column].CellOf(row);
            if (++column == columns.Count) (row, column) = (row + 1, 0);
        }
    }
}
