using MathNet.Numerics.Distributions;

namespace Kiln.Search;

/// <summary>Normal densities cut off at the ends of the dimension, each as wide as its neighbours are far.</summary>
internal sealed class NormalKernel : IPlaceKernel
{
    // Below 1, as Dimension.At asks for.
    private const double Last = 1 - 1e-12;

    private readonly double[] _places, _deviations, _below, _inside;

    public NormalKernel(double[] places)
    {
        (_places, _deviations) = (places, Bandwidths.Of(places));
        _below = [.. places.Select((place, i) => Normal.CDF(place, _deviations[i], 0))];
        _inside = [.. places.Select((place, i) => Normal.CDF(place, _deviations[i], 1) - _below[i])];
    }

    public double Draw(int point, double unit) =>
        Math.Clamp(Normal.InvCDF(_places[point], _deviations[point], _below[point] + unit * _inside[point]), 0, Last);

    public double LogDensity(int point, double at) => Normal.PDFLn(_places[point], _deviations[point], at) - Math.Log(_inside[point]);
}
