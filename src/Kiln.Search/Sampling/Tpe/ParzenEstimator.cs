namespace Kiln.Search;

/// <summary>
/// A density over the places of a space: the mean of one bump around each observed point and a flat one over the whole space,
/// which keeps every place possible.
/// </summary>
/// <remarks>The bumps of a point are independent in each dimension; their mixture is not, which is how combinations are learnt.</remarks>
internal sealed class ParzenEstimator
{
    private readonly int _points;
    private readonly IPlaceKernel[] _kernels;

    /// <param name="space">The space.</param>
    /// <param name="points">Observed points: a place for each dimension.</param>
    public ParzenEstimator(Space space, IEnumerable<double[]> points)
    {
        double[][] observed = [.. points];
        _points = observed.Length;
        _kernels = [.. space.Dimensions.Select((dimension, i) => KernelOf(dimension, [.. observed.Select(point => point[i])]))];
    }

    /// <summary>A point drawn from the density.</summary>
    public double[] Draw(DrawSequence draws)
    {
        var point = (int)(draws.Next() * (_points + 1));
        return [.. _kernels.Select(kernel => point == _points ? draws.Next() : kernel.Draw(point, draws.Next()))];
    }

    /// <summary>Logarithm of the density at a point.</summary>
    public double LogDensity(double[] at)
    {
        // The last component is the flat one, whose density on the unit cube is 1.
        var logs = new double[_points + 1];
        for (var point = 0; point < _points; point++)
            for (var i = 0; i < _kernels.Length; i++)
                logs[point] += _kernels[i].LogDensity(point, at[i]);
        var largest = logs.Max();
        return largest + Math.Log(logs.Sum(log => Math.Exp(log - largest)) / logs.Length);
    }

    private static IPlaceKernel KernelOf(Dimension dimension, double[] places) =>
        dimension.Categories is { } categories ? new CategoryKernel(places, categories) : new NormalKernel(places);
}
