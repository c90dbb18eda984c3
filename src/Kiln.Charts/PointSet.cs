using System.Collections.Immutable;

namespace Kiln.Charts;

/// <summary>Points of one kind in a <see cref="ScatterChart"/>.</summary>
/// <param name="Name">What the legend calls them: one short word.</param>
/// <param name="X">Horizontal positions, shape (N). A point with a value that is not finite is left out.</param>
/// <param name="Y">Vertical positions, shape (N).</param>
public sealed record PointSet(string Name, ImmutableArray<double> X, ImmutableArray<double> Y)
{
    /// <summary>Colour as <c>#rrggbb</c>. Default: the next one of <see cref="Palette.Colors"/>.</summary>
    public string? Color { get; init; }

    /// <summary>Whether the points are rings around points of another set, such as the mistakes among them. Default: no.</summary>
    public bool Rings { get; init; }

    /// <exception cref="ArgumentException">The two arrays differ in length.</exception>
    internal void Check()
    {
        if (X.OrEmpty().Length != Y.OrEmpty().Length)
            throw new ArgumentException($"Points '{Name}': X has {X.OrEmpty().Length} values, Y has {Y.OrEmpty().Length}. Give one Y for each X.");
    }
}
