namespace Kiln.Search;

/// <summary>A bound of a range and where it stands in the text.</summary>
internal readonly record struct Bound(double Value, int Position);

/// <summary>A range as it was written, not yet checked.</summary>
internal sealed record SpaceRange(string Name, Bound Low, Bound High, bool IsLog)
{
    public bool IsInt { get; init; }

    public Bound? Step { get; init; }

    public int? Levels { get; init; }

    private const int MostSteps = 1_000_000;

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
        }
        if (Step is { } step)
            return ToSteps(reader, step);
        if (IsInt)
            return new IntDimension(Name, (long)Low.Value, (long)High.Value, IsLog, Levels);
        return IsLog ? new LogFloatDimension(Name, Low.Value, High.Value, Levels) : new FloatDimension(Name, Low.Value, High.Value, Levels);
    }

    private StepDimension ToSteps(SpaceReader reader, Bound step)
    {
        if (IsLog)
            throw reader.ErrorAt(step.Position, $"'{Name}' is spread by its logarithm, so it has no steps. Leave out one of the two.");
        if (step.Value <= 0 || (High.Value - Low.Value) / step.Value > MostSteps)
            throw reader.ErrorAt(step.Position, $"a step is above 0 and a range has at most {MostSteps} of them, got {step.Value}. Write 0..1(step=0.1).");
        if (Levels is not null)
            throw reader.ErrorAt(step.Position, $"a grid tries every step of '{Name}'. Leave out step= or the /{Levels}.");
        if (IsInt) CheckWhole(reader, step);
        return new StepDimension(Name, Low.Value, High.Value, step.Value, IsInt);
    }

    private void CheckWhole(SpaceReader reader, Bound bound)
    {
        if (bound.Value != Math.Floor(bound.Value) || Math.Abs(bound.Value) > LargestInt)
            throw reader.ErrorAt(bound.Position, $"'{Name}' is a whole number, got {bound.Value}. Write a whole number, or leave out (int).");
    }
}
