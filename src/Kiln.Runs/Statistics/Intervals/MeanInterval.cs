using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>The mean of a group of runs, its spread, and Student's t interval.</summary>
/// <remarks>
/// Student (1908), https://doi.org/10.1093/biomet/6.1.1; <c>scipy.stats.t.interval(level, n - 1, mean, sem)</c> gives the same ends.
/// It assumes values that are independent and near normal: how far it keeps its promise otherwise is measured in README.md beside
/// this folder.
/// </remarks>
/// <param name="Count">Number of values.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Standard deviation (divided by n - 1); null for a single value.</param>
/// <param name="Low">Lower end; negative infinity for a single value.</param>
/// <param name="High">Upper end; positive infinity for a single value.</param>
/// <param name="Level">What share of such intervals covers the true mean, 1 - alpha.</param>
public sealed record MeanInterval(int Count, double Mean, double? Deviation, double Low, double High, double Level)
{
    /// <summary>How the ends were made: <c>Student's t</c>, or what <see cref="ArmMean"/> chose instead.</summary>
    public string Method { get; init; } = "Student's t";

    /// <summary>Whether the level is kept only if the values are near normal; default true, as of Student's t.</summary>
    public bool IsApproximate { get; init; } = true;

    /// <summary>Whether the interval has ends: false for a single value.</summary>
    public bool IsBounded => double.IsFinite(Low) && double.IsFinite(High);

    /// <summary>Computes mean, spread and interval.</summary>
    /// <param name="values">The values, (n) with n of at least 1, all finite.</param>
    /// <param name="alpha">Share of true means left out, in 0..1; default .05.</param>
    /// <returns>Mean, spread and interval.</returns>
    /// <exception cref="ArgumentException">There are no values, one is not finite, or alpha is not inside 0..1.</exception>
    public static MeanInterval Of(ImmutableArray<double> values, double alpha = 0.05)
    {
        Differences.Check(values, nameof(MeanInterval));
        Runs.Level.Check(alpha, nameof(MeanInterval));
        var mean = Differences.Mean(values);
        if (Differences.Deviation(values) is not { } deviation)
            return new MeanInterval(1, mean, null, double.NegativeInfinity, double.PositiveInfinity, 1 - alpha);
        var half = StudentQuantile.Upper(alpha / 2, values.Length - 1) * deviation / Math.Sqrt(values.Length);
        return new MeanInterval(values.Length, mean, deviation, mean - half, mean + half, 1 - alpha);
    }
}
