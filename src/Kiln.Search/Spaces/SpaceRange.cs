namespace Kiln.Search;

/// <summary>A bound of a range and where it stands in the text.</summary>
internal readonly record struct Bound(double Value, int Position);

/// <summary>A range as it was written, not yet checked.</summary>
internal sealed record SpaceRange(string Name, Bound Low, Bound High, bool IsLog, bool IsInt, int? Levels)
{
    // Beyond this not every whole number is a double.
    private const double LargestInt = 1L << 53;

    public Dimension ToDimension(SpaceReader reader)
    {
        if (Low.Value >= High.Value)
            throw reader.ErrorAt(High.Position, $"the range of '{Name}' ends at {High.Value}, not above its start {Low.Value}. Write the smaller number first.");
        if (IsLog && Low.Value <= 0)
            throw reader.ErrorAt(Low.Position, $"a logarithmic range begins above 0, got {Low.Value}. Write for example log(1e-5,1), or a plain range 0..1.");
        if (IsInt)
        {
            CheckWhole(reader, Low);
            CheckWhole(reader, High);
            return new IntDimension(Name, (long)Low.Value, (long)High.Value, IsLog, Levels);
        }
        return IsLog ? new LogFloatDimension(Name, Low.Value, High.Value, Levels) : new FloatDimension(Name, Low.Value, High.Value, Levels);
    }

    private void CheckWhole(SpaceReader reader, Bound bound)
    {
        if (bound.Value != Math.Floor(bound.Value) || Math.Abs(bound.Value) > LargestInt)
            throw reader.ErrorAt(bound.Position, $"'{Name}' is a whole number, got {bound.Value}. Write a whole number, or leave out (int).");
    }
}
