using System.Collections.Immutable;
using System.Globalization;

namespace Kiln.Search;

/// <summary>A real number in a range, evenly spread: <c>0..0.5</c>.</summary>
/// <param name="Name">Name of the hyperparameter.</param>
/// <param name="Low">Least value.</param>
/// <param name="High">Greatest value.</param>
/// <param name="LevelCount">Number of levels in a grid, given by <c>/N</c>; null for <see cref="Space.DefaultLevels"/>.</param>
public sealed record FloatDimension(string Name, double Low, double High, int? LevelCount = null) : Dimension(Name)
{
    /// <inheritdoc/>
    public override ImmutableArray<ParameterValue> Levels =>
        [.. Places(LevelCount ?? Space.DefaultLevels).Select(place => (ParameterValue)Short(Low + (place * (High - Low))))];

    /// <inheritdoc/>
    public override string Text => $"{Number(Low)}..{Number(High)}{(LevelCount is { } count ? $"/{count}" : "")}";

    /// <inheritdoc/>
    public override ParameterValue At(double place) => Math.Clamp(Low + (place * (High - Low)), Low, High);

    /// <inheritdoc/>
    public override double PlaceOf(ParameterValue value) => (value.AsDouble() - Low) / (High - Low);

    /// <inheritdoc/>
    internal override ParameterValue Perturbed(ParameterValue value, double factor) => Math.Clamp(value.AsDouble() * factor, Low, High);

    /// <inheritdoc/>
    public override bool Contains(ParameterValue value) =>
        value.Kind is ParameterKind.Double or ParameterKind.Long && value.AsDouble() >= Low && value.AsDouble() <= High;

    /// <summary>Without the last digits' rounding dust (.1 + .2): a level is to be read by people.</summary>
    private double Short(double value) =>
        Math.Clamp(double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), Low, High);
}
