using MathNet.Numerics.Distributions;

namespace Kiln.Search;

/// <summary>Normal densities cut off at the ends of the dimension, each as wide as its neighbours are far.</summary>
internal sealed class NormalKernel : IPlaceKernel
{
    // Beyond so many deviations a normal density has less than a double can add to 1.
    private const double Far = 8.5;

    private readonly double[] _places, _deviations, _below, _inside;

    // The logarithm of a density is a constant less half the square of the distance in deviations.
    private readonly double[] _constants, _inverses;

    public NormalKernel(double[] places, double valueWidth)
    {
        _deviations = Bandwidths.Of(places, valueWidth);
        // Where all is multiplied by 0, the place must be a number.
        _places = Array.ConvertAll(places, place => double.IsNaN(place) ? 0 : place);
        (_below, _inside) = (new double[places.Length], new double[places.Length]);
        (_constants, _inverses) = (new double[places.Length], new double[places.Length]);
        for (var i = 0; i < places.Length; i++)
        {
            if (double.IsNaN(places[i])) continue;
            _below[i] = Beyond(places[i], _deviations[i]);
            _inside[i] = 1 - Beyond(1 - places[i], _deviations[i]) - _below[i];
            _constants[i] = -Math.Log(_inside[i] * _deviations[i] * Math.Sqrt(2 * Math.PI));
            _inverses[i] = 1 / _deviations[i];
        }
    }

    // Most of many bumps are so far from the ends that nothing of them is cut off.
    private static double Beyond(double distance, double deviation) => distance > Far * deviation ? 0 : Normal.CDF(0, deviation, -distance);

    public double Draw(int point, double unit) => _inverses[point] == 0
        ? unit
        : Math.Clamp(Normal.InvCDF(_places[point], _deviations[point], _below[point] + unit * _inside[point]), 0, SpacePlaces.Last);

    public void AddLogDensities(double at, Span<double> logs)
    {
        ReadOnlySpan<double> places = _places.AsSpan(0, logs.Length), inverses = _inverses.AsSpan(0, logs.Length), constants = _constants.AsSpan(0, logs.Length);
        for (var i = 0; i < logs.Length; i++)
        {
            var distance = (at - places[i]) * inverses[i];
            logs[i] += constants[i] - 0.5 * distance * distance;
        }
    }
}
