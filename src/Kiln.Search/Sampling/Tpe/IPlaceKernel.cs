namespace Kiln.Search;

/// <summary>The bumps around the observed places of one dimension; the density of each over 0..1 integrates to 1.</summary>
internal interface IPlaceKernel
{
    /// <summary>A place drawn from the bump around a point.</summary>
    /// <param name="point">Which point.</param>
    /// <param name="unit">A random number in [0, 1).</param>
    double Draw(int point, double unit);

    /// <summary>Logarithm of the density of a point's bump at a place.</summary>
    double LogDensity(int point, double at);
}
