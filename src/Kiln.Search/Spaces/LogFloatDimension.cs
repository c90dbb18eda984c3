using System.Collections.Immutable;
using System.Globalization;

namespace Kiln.Search;

/// <summary>A positive real number whose logarithm is evenly spread: <c>log(1e-4,1e-1)</c>.</summary>
/// <param name="Name">Name of the hyperparameter.</param>
/// <param name="Low">Least value, above 0.</param>
/// <param name="High">Greatest value.</param>
/// <param name="LevelCount">Number of levels in a grid, given by <c>/N</c>; null for <see cref="Space.DefaultLevels"/>.</param>
public sealed record LogFloatDimension(string Name, double Low, double High, int? LevelCount = null) : Dimension(Name)
{
    /// <inheritdoc/>
    public override ImmutableArray<ParameterValue> Levels =>
        [.. Places(LevelCount ?? Space.DefaultLevels).Select(place => (ParameterValue)Short(Value(place)))];

    /// <inheritdoc/>
    public override string Text => $"log({Number(Low)},{Number(High)}){(LevelCount is { } count ? $"/{count}" : "")}";

    /// <inheritdoc/>
    public override ParameterValue At(double place) => Value(place);

    /// <inheritdoc/>
    public override double PlaceOf(ParameterValue value) => Math.Log(value.AsDouble() / Low) / Math.Log(High / Low);

    /// <inheritdoc/>
    internal override ParameterValue Perturbed(ParameterValue value, double factor) => Math.Clamp(value.AsDouble() * factor, Low, High);

    /// <inheritdoc/>
    public override bool Contains(ParameterValue value) =>
        value.Kind is ParameterKind.Double or ParameterKind.Long && value.AsDouble() >= Low && value.AsDouble() <= High;

    private double Value(double place) =>
        Math.Clamp(Math.Exp(Math.Log(Low) + (place * (Math.Log(High) - Math.Log(Low)))), Low, High);

    /// <summary>Without the last digits' rounding dust: 0.001, not 0.0010000000000000002.</summary>
    private double Short(double value) =>
        Math.Clamp(double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), Low, High);
}
