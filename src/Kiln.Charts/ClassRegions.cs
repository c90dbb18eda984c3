using System.Collections.Immutable;

namespace Kiln.Charts;

/// <summary>Which class wins where in a plane, as a picture behind the points of a <see cref="ScatterChart"/>.</summary>
/// <param name="Classes">The class of each cell, row by row from the upper left, shape (Rows, Columns).</param>
/// <param name="Columns">Cells in a row, 1 to 1000.</param>
/// <param name="Rows">Rows, 1 to 1000.</param>
/// <param name="ClassNames">Name of each class; class k has colour k of <see cref="Colors"/>.</param>
public sealed record ClassRegions(ImmutableArray<byte> Classes, int Columns, int Rows, ImmutableArray<string> ClassNames)
{
    /// <summary>Ends of the plane from left to right. Default: 0 to 1.</summary>
    public (double Min, double Max) X { get; init; } = (0, 1);

    /// <summary>Ends of the plane from bottom to top. Default: 0 to 1.</summary>
    public (double Min, double Max) Y { get; init; } = (0, 1);

    /// <summary>Colour of each class as <c>#rrggbb</c>, such as shades for the levels of a surface. Default: those of <see cref="Palette.Colors"/>.</summary>
    public ImmutableArray<string> Colors { get; init; } = [];

    /// <summary>The colour of a class.</summary>
    internal string ColorOf(int k) => Colors.OrEmpty().Length > k ? Palette.Valid(Colors[k], Palette.Of(k)) : Palette.Of(k);

    /// <summary>The regions as a colour picture.</summary>
    internal GridImage ToImage()
    {
        var palette = Enumerable.Range(0, ClassNames.Length).Select(k => Convert.FromHexString(ColorOf(k).AsSpan(1))).ToArray();
        var pixels = ImmutableArray.CreateBuilder<byte>(Classes.Length * 3);
        foreach (var k in Classes) pixels.AddRange(palette[k]);
        return new GridImage(pixels.MoveToImmutable(), Columns, Rows, "");
    }

    /// <exception cref="ArgumentException">Sizes do not belong together, or a class has no name.</exception>
    internal void Check()
    {
        if (Columns is < 1 or > 1000 || Rows is < 1 or > 1000)
            throw new ArgumentException($"Regions: expected 1 to 1000 cells a side, got {Columns} x {Rows}.");
        if (Classes.OrEmpty().Length != Columns * Rows)
            throw new ArgumentException($"Regions: expected {Columns * Rows} classes for {Columns} x {Rows} cells, got {Classes.OrEmpty().Length}.");
        if (Classes.Max() >= ClassNames.OrEmpty().Length)
            throw new ArgumentException($"Regions: expected a name for each class, got class {Classes.Max()} and {ClassNames.OrEmpty().Length} names.");
        if (!(X.Min < X.Max && Y.Min < Y.Max && double.IsFinite(X.Max - X.Min) && double.IsFinite(Y.Max - Y.Min)))
            throw new ArgumentException("Regions: expected finite ends, the smaller one first.");
    }
}
