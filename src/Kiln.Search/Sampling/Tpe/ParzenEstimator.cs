namespace Kiln.Search;

/// <summary>
/// A density over the places of a space: the mean of one bump around each observed point and a flat one over the whole space,
/// which keeps every place possible.
/// </summary>
/// <remarks>The bumps of a point are independent in each dimension; their mixture is not, which is how combinations are learnt.</remarks>
internal sealed class ParzenEstimator
{
    private readonly double[][] _points;
    private readonly IPlaceKernel[] _kernels;

    /// <param name="space">The space.</param>
    /// <param name="points">Observed points: a place for each dimension.</param>
    public ParzenEstimator(Space space, IEnumerable<double[]> points)
    {
        _points = [.. points];
        _kernels = [.. space.Dimensions.Select(dimension => KernelOf(dimension, space.Dimensions.Length))];
    }

    /// <summary>A point drawn from the density.</summary>
    public double[] Draw(DrawSequence draws)
    {
        var component = (int)(draws.Next() * (_points.Length + 1));
        return component == _points.Length
            ? [.. _kernels.Select(_ => draws.Next())]
            : [.. _kernels.Select((kernel, i) => kernel.Draw(_points[component][i], draws.Next()))];
    }

    /// <summary>Logarithm of the density at a point.</summary>
    public double LogDensity(double[] at)
    {
        var logs = new double[_points.Length + 1];
        for (var component = 0; component < _points.Length; component++)
            for (var i = 0; i < _kernels.Length; i++)
                logs[component] += _kernels[i].LogDensity(_points[component][i], at[i]);
        // The flat component has density 1 on the unit cube.
        var largest = logs.Max();
        return largest + Math.Log(logs.Sum(log => Math.Exp(log - largest)) / logs.Length);
    }

    private IPlaceKernel KernelOf(Dimension dimension, int dimensions) => dimension.Categories is { } categories
        ? new CategoryKernel(categories, _points.Length)
        : new NormalKernel(BandwidthOf(_points.Length, dimensions));

    // Scott's rule for the joint density of as many dimensions, on a fifth of the range; not below a hundredth, so that a
    // cluster of equal points does not become a needle.
    private static double BandwidthOf(int points, int dimensions) =>
        Math.Max(0.2 * Math.Pow(Math.Max(1, points), -1.0 / (dimensions + 4)), 1.0 / Math.Min(100, 1 + points));
}
