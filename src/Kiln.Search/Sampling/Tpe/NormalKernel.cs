using MathNet.Numerics.Distributions;

namespace Kiln.Search;

/// <summary>A normal density cut off at the ends of the dimension.</summary>
internal sealed class NormalKernel(double deviation) : IPlaceKernel
{
    // Below 1 as Dimension.At asks for.
    private const double Last = 1 - 1e-12;

    public double Draw(double center, double unit)
    {
        var (low, high) = Ends(center);
        var place = Normal.InvCDF(center, deviation, low + unit * (high - low));
        return Math.Clamp(place, 0, Last);
    }

    public double LogDensity(double center, double at)
    {
        var (low, high) = Ends(center);
        return Normal.PDFLn(center, deviation, at) - Math.Log(high - low);
    }

    private (double Low, double High) Ends(double center) => (Normal.CDF(center, deviation, 0), Normal.CDF(center, deviation, 1));
}
