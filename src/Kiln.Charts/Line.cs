using System.Collections.Immutable;

namespace Kiln.Charts;

/// <summary>One curve of a <see cref="LineChart"/>.</summary>
/// <param name="Name">What the label calls it: one short word.</param>
/// <param name="X">Horizontal positions, shape (T), ascending.</param>
/// <param name="Y">Values, shape (T). A value that is not finite leaves a gap; a NaN at the place of the point before it does nothing else, such as between curves that share a name.</param>
public sealed record Line(string Name, ImmutableArray<double> X, ImmutableArray<double> Y)
{
    /// <summary>Lower edge of a band around the curve, shape (T); drawn only together with <see cref="High"/>. Default: none.</summary>
    public ImmutableArray<double>? Low { get; init; }

    /// <summary>Upper edge of a band around the curve, shape (T). Default: none.</summary>
    public ImmutableArray<double>? High { get; init; }

    /// <summary>Whether the curve stands back: thinner and paler. Default: no.</summary>
    public bool Faint { get; init; }

    /// <summary>Whether it is several curves under one name, with gaps between them: its label then tells no last value. Default: no.</summary>
    public bool IsBundle { get; init; }

    /// <summary>Colour as <c>#rrggbb</c>. Default: the next one of <see cref="Palette.Colors"/>.</summary>
    public string? Color { get; init; }

    /// <summary>Whether each point gets a dot. Default: no.</summary>
    public bool ShowPoints { get; init; }

    /// <summary>Whether the curve is dashed. Default: no.</summary>
    public bool Dashed { get; init; }

    internal bool HasBand => Low is not null && High is not null;

    /// <exception cref="ArgumentException">Two of the arrays differ in length.</exception>
    internal void Check()
    {
        var length = X.OrEmpty().Length;
        Check(nameof(Y), Y.OrEmpty().Length, length);
        if (Low is { } low) Check(nameof(Low), low.OrEmpty().Length, length);
        if (High is { } high) Check(nameof(High), high.OrEmpty().Length, length);
    }

    private void Check(string array, int length, int expected)
    {
        if (length != expected)
            throw new ArgumentException($"Line '{Name}': X has {expected} values, {array} has {length}. Give one {array} for each X.");
    }
}
