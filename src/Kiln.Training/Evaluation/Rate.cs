using System.Globalization;

namespace Kiln.Training;

/// <summary>A share that was counted, with the interval in which the true one lies.</summary>
/// <param name="Hits">How often it was so.</param>
/// <param name="Of">Out of how many.</param>
/// <remarks>Interval: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927; 95 % of such intervals hold the true share.</remarks>
public sealed record Rate(long Hits, long Of)
{
    private const double Z = 1.959963984540054;

    /// <summary>The share, 0..1; 0 out of nothing.</summary>
    public double Value => Of == 0 ? 0 : Hits / (double)Of;

    /// <summary>Lower end of the 95 % interval; 0 out of nothing.</summary>
    public double Low => Of == 0 || Hits == 0 ? 0 : Middle - Half;

    /// <summary>Upper end of the 95 % interval; 1 out of nothing.</summary>
    public double High => Of == 0 || Hits == Of ? 1 : Middle + Half;

    private double Middle => (Value + Z * Z / (2 * Of)) / (1 + Z * Z / Of);

    private double Half => Z / (1 + Z * Z / Of) * Math.Sqrt(Value * (1 - Value) / Of + Z * Z / (4.0 * Of * Of));

    /// <summary>"0.912 [0.905, 0.918]".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:0.000} [{Low:0.000}, {High:0.000}]");
}
