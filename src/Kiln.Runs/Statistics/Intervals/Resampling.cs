using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>Resamples with replacement.</summary>
/// <param name="values">What is drawn from, (n).</param>
/// <param name="resamples">How many times n values are drawn.</param>
/// <param name="next">A number from 0 to below its argument, all equally likely.</param>
internal sealed class Resampling(ImmutableArray<double> values, int resamples, Func<int, int> next)
{
    /// <summary>The mean of each resample, (resamples), rising.</summary>
    public double[] Means()
    {
        var means = new double[resamples];
        for (var resample = 0; resample < resamples; resample++)
        {
            var sum = 0.0;
            for (var i = 0; i < values.Length; i++)
                sum += values[next(values.Length)];
            means[resample] = sum / values.Length;
        }
        Array.Sort(means);
        return means;
    }
}
