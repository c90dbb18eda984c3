using System.Collections.Immutable;

namespace Kiln.Charts.Scales;

/// <summary>The smallest range that holds the values an axis can show.</summary>
internal struct Extent(bool log)
{
    /// <summary>Beyond this a difference of two values could overflow; such values count as not finite.</summary>
    private const double Largest = 1e300;

    public double Min { get; private set; } = double.PositiveInfinity;

    public double Max { get; private set; } = double.NegativeInfinity;

    public readonly bool IsEmpty => Min > Max;

    public readonly bool Shows(double value) => Shows(value, log);

    /// <summary>Whether a value has a place on such an axis.</summary>
    public static bool Shows(double value, bool log) => Math.Abs(value) <= Largest && (!log || value > 1 / Largest);

    public void Add(double value)
    {
        if (!Shows(value)) return;
        if (value < Min) Min = value;
        if (value > Max) Max = value;
    }

    public void Add(ImmutableArray<double> values)
    {
        foreach (var value in values.OrEmpty()) Add(value);
    }
}
