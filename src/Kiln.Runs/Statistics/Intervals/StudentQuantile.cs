using MathNet.Numerics.Distributions;

namespace Kiln.Runs;

/// <summary>Quantiles of Student's t distribution.</summary>
internal static class StudentQuantile
{
    /// <summary>The value that a share <paramref name="upper"/> (below .5) of the distribution exceeds.</summary>
    public static double Upper(double upper, double freedom)
    {
        var found = StudentT.InvCDF(0, 1, freedom, 1 - upper);
        // MathNet stops at nine digits; a step of Newton in the tail, where nothing cancels, gives the rest.
        return found - ((upper - StudentT.CDF(0, 1, freedom, -found)) / StudentT.PDF(0, 1, freedom, found));
    }
}
