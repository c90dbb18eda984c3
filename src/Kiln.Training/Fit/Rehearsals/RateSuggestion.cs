namespace Kiln.Training;

/// <summary>Reads a rate off the curve of a sweep.</summary>
internal static class RateSuggestion
{
    private const int Fewest = 10;
    // What the loss of one batch differs by from that of another is not yet a fall.
    private const double LeastFall = 0.05;

    /// <summary>The rate at which the smoothed loss falls most steeply over the logarithm of the rate, before its lowest point.</summary>
    /// <returns>A rate of two digits; null where the loss does not fall.</returns>
    public static double? Of(ReadOnlySpan<double> rates, ReadOnlySpan<double> smoothed)
    {
        if (rates.Length < Fewest) return null;
        int lowest = 0;
        for (int i = 1; i < smoothed.Length; i++)
        {
            if (smoothed[i] < smoothed[lowest]) lowest = i;
        }
        if (lowest < 2 || smoothed[0] - smoothed[lowest] < LeastFall * Math.Abs(smoothed[0])) return null;
        // The slope over a twentieth of the curve on either side: a smoothed loss still has bumps.
        int reach = Math.Max(1, rates.Length / 20), best = -1;
        double steepest = 0;
        for (int i = reach; i + reach <= lowest; i++)
        {
            double slope = (smoothed[i + reach] - smoothed[i - reach]) / Math.Log(rates[i + reach] / rates[i - reach]);
            if (slope < steepest) (steepest, best) = (slope, i);
        }
        return best < 0 ? null : Rounded(rates[best]);
    }

    /// <summary>The same in words.</summary>
    public static string Text(double? suggested, ReadOnlySpan<double> rates, bool exploded)
    {
        if (suggested is { } rate)
        {
            string end = exploded ? FormattableString.Invariant($" Above {Rounded(rates[^1]):G2} it explodes.") : "";
            return FormattableString.Invariant($"Suggested learning rate: {rate:G2}. There the loss falls most steeply.{end}");
        }
        return exploded
            ? "No rate can be suggested: the loss does not fall before it explodes. Start at a lower rate, or normalise the data."
            : "No rate can be suggested: the loss does not fall at any of these rates. Try more steps, or see with the one-batch check whether the model learns at all.";
    }

    private static double Rounded(double rate)
    {
        double unit = Math.Pow(10, Math.Floor(Math.Log10(rate)) - 1);
        return double.Parse((Math.Round(rate / unit) * unit).ToString("G2", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
    }
}
