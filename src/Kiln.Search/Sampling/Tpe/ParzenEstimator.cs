namespace Kiln.Search;

/// <summary>
/// A density over the places of a space: the mean of one bump around each observed point and a flat one over the whole space,
/// which keeps every place possible.
/// </summary>
/// <remarks>
/// The bumps of a point are independent in each dimension; their mixture is not, which is how combinations are learnt. In dimensions that
/// a point does not have its bump is flat, and dimensions that the asked-for place does not have are not looked at.
/// </remarks>
internal sealed class ParzenEstimator
{
    private readonly int _points;
    private readonly IPlaceKernel[] _kernels;
    private readonly double[] _logs;

    /// <param name="space">The space.</param>
    /// <param name="points">Observed points: a place for each dimension, NaN for one that a point does not have.</param>
    public ParzenEstimator(Space space, IReadOnlyList<double[]> points)
    {
        _points = points.Count;
        _logs = new double[_points + 1];
        _kernels = [.. space.Dimensions.Select((dimension, i) => KernelOf(dimension, [.. points.Select(point => point[i])]))];
    }

    /// <summary>A point drawn from the density.</summary>
    public double[] Draw(DrawSequence draws)
    {
        var point = (int)(draws.Next() * (_points + 1));
        return [.. _kernels.Select(kernel => point == _points ? draws.Next() : kernel.Draw(point, draws.Next()))];
    }

    /// <summary>Logarithm of the density at a point; NaN for a dimension that it does not have.</summary>
    public double LogDensity(ReadOnlySpan<double> at)
    {
        // The last component is the flat one, whose density on the unit cube is 1.
        Array.Clear(_logs);
        for (var i = 0; i < _kernels.Length; i++)
            if (!double.IsNaN(at[i])) _kernels[i].AddLogDensities(at[i], _logs.AsSpan(0, _points));
        var largest = _logs.Max();
        var sum = 0.0;
        foreach (var log in _logs) sum += Math.Exp(log - largest);
        return largest + Math.Log(sum / _logs.Length);
    }

    private static IPlaceKernel KernelOf(Dimension dimension, double[] places) =>
        dimension.Categories is { } categories ? new CategoryKernel(places, categories) : new NormalKernel(places);
}
