namespace Kiln.Charts.Scales;

/// <summary>The round numbers at which ticks stand: 1, 2 and 5 times a power of ten.</summary>
internal static class Steps
{
    /// <summary>The smallest 1-2-5 step that is not below the given one.</summary>
    public static double Nice(double step)
    {
        var power = Power((int)Math.Floor(Math.Log10(step)));
        var mantissa = step / power;
        return power * (mantissa <= 1 + 1e-9 ? 1 : mantissa <= 2 + 1e-9 ? 2 : mantissa <= 5 + 1e-9 ? 5 : 10);
    }

    /// <summary>Powers of ten over a range, or 1-2-5 steps where it spans less than two powers, one beyond each end that may snap.</summary>
    public static List<double> Log(double min, double max, int wanted, bool snapMin, bool snapMax)
    {
        var (low, high) = ((int)Math.Floor(Math.Log10(min) + 1e-9), (int)Math.Ceiling(Math.Log10(max) - 1e-9));
        var all = new List<double>();
        if (Math.Log10(max / min) < 2)
        {
            for (var k = low; k <= high; k++)
                all.AddRange([Power(k), 2 * Power(k), 5 * Power(k)]);
            all = Trimmed(all, min, max, snapMin, snapMax);
            if (all.Count >= 2) return all;
        }
        all.Clear();
        var stride = Math.Max(1, (int)Math.Ceiling((high - low) / (double)Math.Max(1, wanted)));
        var start = (int)Math.Floor(low / (double)stride) * stride;
        for (var k = start; k <= high + stride - 1; k += stride) all.Add(Power(k));
        return all;
    }

    /// <summary>A power of ten without the rounding error of repeated division: parsed numbers are exact.</summary>
    public static double Power(int exponent) => exponent is >= 0 and <= 22 ? Exact[exponent] : Math.Pow(10, exponent);

    private static readonly double[] Exact =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    private static List<double> Trimmed(List<double> values, double min, double max, bool snapMin, bool snapMax)
    {
        var first = values.FindLastIndex(value => value <= min * (1 + 1e-9));
        var last = values.FindIndex(value => value >= max * (1 - 1e-9));
        if (!snapMin && values[first] < min * (1 - 1e-9)) first++;
        if (!snapMax && values[last] > max * (1 + 1e-9)) last--;
        return last < first ? [] : values.GetRange(first, last - first + 1);
    }
}
