using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>A whole number in a range, ends included: <c>1..4(int)</c>; with <c>(log,int)</c> its logarithm is evenly spread.</summary>
/// <param name="Name">Name of the hyperparameter.</param>
/// <param name="Low">Least value.</param>
/// <param name="High">Greatest value.</param>
/// <param name="IsLog">Whether the logarithm is evenly spread; then <paramref name="Low"/> is at least 1.</param>
/// <param name="LevelCount">Number of levels in a grid, given by <c>/N</c>; null for <see cref="Space.DefaultLevels"/>. Equal levels are one.</param>
public sealed record IntDimension(string Name, long Low, long High, bool IsLog = false, int? LevelCount = null) : Dimension(Name)
{
    /// <inheritdoc/>
    public override ImmutableArray<ParameterValue> Levels =>
        [.. Places(LevelCount ?? Space.DefaultLevels).Select(Level).Distinct().Select(level => (ParameterValue)level)];

    /// <inheritdoc/>
    public override string Text =>
        $"{Number(Low)}..{Number(High)}({(IsLog ? "log,int" : "int")}){(LevelCount is { } count ? $"/{count}" : "")}";

    /// <inheritdoc/>
    public override ParameterValue At(double place)
    {
        // The range is widened by half a step to either side, so that the ends are as probable as their neighbours.
        var value = IsLog
            ? Math.Round(Math.Exp(Math.Log(Low - 0.5) + (place * (Math.Log(High + 0.5) - Math.Log(Low - 0.5)))))
            : Math.Floor(Low + (place * (High - (double)Low + 1)));
        return Math.Clamp((long)value, Low, High);
    }

    /// <inheritdoc/>
    public override double PlaceOf(ParameterValue value) => IsLog
        ? Math.Log(value.AsLong() / (Low - 0.5)) / Math.Log((High + 0.5) / (Low - 0.5))
        : (value.AsLong() - Low + 0.5) / (High - (double)Low + 1);

    /// <inheritdoc/>
    /// <remarks>0 on a logarithmic range, where every value has another width.</remarks>
    internal override double ValueWidth => IsLog ? 0 : 1 / (High - (double)Low + 1);

    /// <inheritdoc/>
    internal override double Settled(double place) => PlaceOf(At(place));

    /// <inheritdoc/>
    internal override ParameterValue Perturbed(ParameterValue value, double factor)
    {
        var (before, moved) = (value.AsLong(), (long)Math.Round(value.AsLong() * factor));
        return Math.Clamp(moved != before ? moved : before + (factor < 1 ? -1 : 1), Low, High);
    }

    /// <inheritdoc/>
    public override bool Contains(ParameterValue value) =>
        value.Kind == ParameterKind.Long && value.AsLong() >= Low && value.AsLong() <= High;

    private long Level(double place)
    {
        var value = IsLog ? Math.Exp(Math.Log(Low) + (place * (Math.Log(High) - Math.Log(Low)))) : Low + (place * (High - (double)Low));
        return Math.Clamp((long)Math.Round(value), Low, High);
    }
}
