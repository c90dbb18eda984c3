namespace Kiln.Training;

/// <summary>(rows, features) the numbers that a model sees of a table, made of its cells when they are read.</summary>
/// <param name="cells">The cells, row by row.</param>
/// <param name="columns">Cells of a row.</param>
/// <param name="features">What becomes of them.</param>
/// <param name="rows">The rows to take, ascending; null for all.</param>
internal sealed class FeatureRows(IStored<Cell> cells, int columns, TableFeature[] features, int[]? rows) : IStored<float>
{
    /// <param name="first">Of the first feature of a row.</param>
    /// <param name="values">Whole rows.</param>
    public void Read(long first, Span<float> values)
    {
        int from = (int)(first / features.Length), count = values.Length / features.Length;
        var row = new Cell[(long)columns * count];
        // Where no row is left out they lie side by side.
        if (RowOf(from + count - 1) - RowOf(from) == count - 1) cells.Read((long)RowOf(from) * columns, row);
        else
        {
            for (int i = 0; i < count; i++) cells.Read((long)RowOf(from + i) * columns, row.AsSpan(i * columns, columns));
        }
        for (int i = 0; i < count; i++) Expand(row.AsSpan(i * columns, columns), values.Slice(i * features.Length, features.Length));
    }

    private int RowOf(int example) => rows is null ? example : rows[example];

    private void Expand(ReadOnlySpan<Cell> row, Span<float> values)
    {
        for (int f = 0; f < features.Length; f++) values[f] = features[f].Value(row[features[f].Column]);
    }
}
