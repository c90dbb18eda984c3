using System.Collections.Immutable;
using System.Globalization;

namespace Kiln.Search;

/// <summary>A number in steps from the start of a range: <c>0..0.5(step=0.1)</c>, <c>32..256(int,step=32)</c>. A grid tries all.</summary>
/// <param name="Name">Name of the hyperparameter.</param>
/// <param name="Low">Least value.</param>
/// <param name="High">No value is greater; the greatest one is the last step that is not beyond.</param>
/// <param name="Step">Distance of neighbours, above 0.</param>
/// <param name="IsInt">Whether the values are whole numbers; then start and step are.</param>
public sealed record StepDimension(string Name, double Low, double High, double Step, bool IsInt = false) : Dimension(Name)
{
    // 0.3 / 0.1 is a little less than 3.
    private const double Dust = 1e-9;

    /// <inheritdoc/>
    public override ImmutableArray<ParameterValue> Levels => [.. Enumerable.Range(0, Count).Select(index => Value(index))];

    /// <inheritdoc/>
    public override string Text => $"{Number(Low)}..{Number(High)}({(IsInt ? "int," : "")}step={Number(Step)})";

    private int Count => (int)Math.Floor((High - Low) / Step + Dust) + 1;

    /// <inheritdoc/>
    public override ParameterValue At(double place) => Value(Math.Min((int)(place * Count), Count - 1));

    /// <inheritdoc/>
    public override double PlaceOf(ParameterValue value) => (Math.Round((value.AsDouble() - Low) / Step) + 0.5) / Count;

    /// <inheritdoc/>
    internal override double ValueWidth => 1.0 / Count;

    /// <inheritdoc/>
    internal override double Settled(double place) => PlaceOf(At(place));

    /// <inheritdoc/>
    public override bool Contains(ParameterValue value)
    {
        if (value.Kind != ParameterKind.Long && (IsInt || value.Kind != ParameterKind.Double)) return false;
        var steps = (value.AsDouble() - Low) / Step;
        return steps >= -Dust && Math.Abs(steps - Math.Round(steps)) <= Dust * Math.Max(1, steps) && Math.Round(steps) < Count;
    }

    private ParameterValue Value(int index) => IsInt
        ? new ParameterValue((long)(Low + index * Step))
        : new ParameterValue(double.Parse((Low + index * Step).ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
}
