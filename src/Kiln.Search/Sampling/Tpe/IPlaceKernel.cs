namespace Kiln.Search;

/// <summary>
/// The bumps around the observed places of one dimension; the density of each over 0..1 integrates to 1. Around NaN, a trial that does not
/// have the dimension, it is flat.
/// </summary>
internal interface IPlaceKernel
{
    /// <summary>A place drawn from the bump around a point.</summary>
    /// <param name="point">Which point.</param>
    /// <param name="unit">A random number in [0, 1).</param>
    double Draw(int point, double unit);

    /// <summary>Adds to each point's number the logarithm of the density of its bump at a place.</summary>
    /// <param name="at">The place, in 0..1.</param>
    /// <param name="logs">One number for each point.</param>
    void AddLogDensities(double at, Span<double> logs);
}
