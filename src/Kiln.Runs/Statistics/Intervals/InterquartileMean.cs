using System.Collections.Immutable;
using MathNet.Numerics.Random;

namespace Kiln.Runs;

/// <summary>
/// The interquartile mean of an arm over runs and data sets: the mean of the middle half of all its scores, with an interval by
/// resampling the runs of each data set. A few lucky or failed runs do not move it, and it wastes less than the median.
/// </summary>
/// <remarks>
/// Agarwal et al. (2021), https://arxiv.org/abs/2108.13264 (rliable); the value is <c>scipy.stats.trim_mean(scores, 0.25)</c>. The
/// interval is a percentile bootstrap: approximate, and made for scores on one scale, such as accuracies.
/// </remarks>
/// <param name="Value">The interquartile mean.</param>
/// <param name="Interval">Its interval; approximate.</param>
public sealed record InterquartileMean(double Value, BootstrapInterval Interval)
{
    /// <summary>Computes value and interval.</summary>
    /// <param name="scores">A row for each data set: the scores of the arm's runs there, each of at least one, all finite.</param>
    /// <param name="options">Level, resamples and seed; defaults as documented there.</param>
    /// <returns>Value and interval.</returns>
    /// <exception cref="ArgumentException">A data set has no scores, or one is not finite.</exception>
    public static InterquartileMean Of(IReadOnlyList<ImmutableArray<double>> scores, BootstrapOptions? options = null)
    {
        var chosen = options ?? new BootstrapOptions();
        return Of(scores, chosen, new Xoshiro256StarStar(chosen.Seed, threadSafe: false).Next);
    }

    internal static InterquartileMean Of(IReadOnlyList<ImmutableArray<double>> scores, BootstrapOptions options, Func<int, int> next)
    {
        if (scores.Count == 0)
            throw new ArgumentException($"{nameof(InterquartileMean)}: expected at least one data set, got none. Give the scores of each.");
        foreach (var row in scores) Differences.Check(row, nameof(InterquartileMean));
        Level.Check(options.Alpha, nameof(InterquartileMean));
        var means = new double[options.Resamples];
        var drawn = new double[scores.Sum(row => row.Length)];
        for (var resample = 0; resample < means.Length; resample++)
        {
            var filled = 0;
            foreach (var row in scores)
                for (var i = 0; i < row.Length; i++)
                    drawn[filled++] = row[next(row.Length)];
            means[resample] = MiddleMean(drawn);
        }
        Array.Sort(means);
        return new InterquartileMean(MiddleMean([.. scores.SelectMany(row => row)]), BootstrapEnds.Percentile(means, options.Alpha));
    }

    private static double MiddleMean(double[] values)
    {
        Array.Sort(values);
        var cut = values.Length / 4;
        return values.AsSpan(cut, values.Length - (2 * cut)).ToArray().Average();
    }
}
