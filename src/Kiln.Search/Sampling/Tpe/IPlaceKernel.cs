namespace Kiln.Search;

/// <summary>A bump around an observed place of one dimension; its density over 0..1 integrates to 1.</summary>
internal interface IPlaceKernel
{
    /// <summary>A place drawn from the bump.</summary>
    /// <param name="center">The observed place.</param>
    /// <param name="unit">A random number in [0, 1).</param>
    double Draw(double center, double unit);

    /// <summary>Logarithm of the bump's density at a place.</summary>
    double LogDensity(double center, double at);
}
