namespace Kiln.Search;

/// <summary>
/// A density over the places of a space: the weighted mean of one bump around each observed point and a flat one over the whole space,
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
    private readonly double[] _shares;
    private readonly double[] _logShares;
    private readonly double[] _logs;

    /// <param name="space">The space.</param>
    /// <param name="points">Observed points: a place for each dimension, NaN for one that a point does not have.</param>
    /// <param name="weights">What each bump counts, with mean 1, as the flat one does; null for 1.</param>
    public ParzenEstimator(Space space, IReadOnlyList<double[]> points, double[]? weights = null)
    {
        _points = points.Count;
        // The last component is the flat one.
        _shares = [.. (weights ?? Enumerable.Repeat(1.0, _points)).Append(1.0).Select(weight => weight / (_points + 1))];
        _logShares = Array.ConvertAll(_shares, Math.Log);
        _logs = new double[_points + 1];
        _kernels = [.. space.Dimensions.Select((dimension, i) => KernelOf(dimension, [.. points.Select(point => point[i])]))];
    }

    /// <summary>A point drawn from the density.</summary>
    public double[] Draw(DrawSequence draws)
    {
        var point = Component(draws.Next());
        return [.. _kernels.Select(kernel => point == _points ? draws.Next() : kernel.Draw(point, draws.Next()))];
    }

    /// <summary>Logarithm of the density at a point; NaN for a dimension that it does not have.</summary>
    public double LogDensity(ReadOnlySpan<double> at)
    {
        // The density of the flat one on the unit cube is 1.
        _logShares.CopyTo(_logs, 0);
        for (var i = 0; i < _kernels.Length; i++)
            if (!double.IsNaN(at[i])) _kernels[i].AddLogDensities(at[i], _logs.AsSpan(0, _points));
        var largest = _logs.Max();
        var sum = 0.0;
        foreach (var log in _logs) sum += Math.Exp(log - largest);
        return largest + Math.Log(sum);
    }

    private int Component(double unit)
    {
        var component = 0;
        for (var left = unit - _shares[0]; left >= 0 && component < _points; left -= _shares[component]) component++;
        return component;
    }

    private static IPlaceKernel KernelOf(Dimension dimension, double[] places) =>
        dimension is { IsOrdered: false, Categories: { } categories } ? new CategoryKernel(places, categories) : new NormalKernel(places, dimension.ValueWidth);
}
