using System.Collections.Immutable;
using MathNet.Numerics.Random;

namespace Kiln.Runs;

/// <summary>An interval by resampling the values with replacement; always an approximation.</summary>
/// <remarks>
/// Efron and Tibshirani (1993), An Introduction to the Bootstrap, §13.3 and §14.3; on the same resamples
/// <c>scipy.stats.bootstrap</c> gives the same ends. It assumes independent values and enough of them: on six seeds a nominal .95
/// covers about .80, so the bias-corrected form is refused below <see cref="SmallestCount"/> values. Made for test examples, of which
/// there are hundreds; for seeds there is <see cref="SignFlipInterval"/>.
/// </remarks>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Level">What share of such intervals should cover the true value, 1 - alpha.</param>
/// <param name="Method"><c>percentile</c>, or <c>BCa</c> (bias-corrected and accelerated).</param>
public sealed record BootstrapInterval(double Low, double High, double Level, string Method)
{
    /// <summary>From this many values on the BCa interval is given.</summary>
    public const int SmallestCount = 20;

    /// <summary>The percentile interval of the mean.</summary>
    /// <param name="values">Values, (n) with n of at least 1, all finite.</param>
    /// <param name="options">Level, resamples and seed; defaults as documented there.</param>
    /// <returns>The interval.</returns>
    /// <exception cref="ArgumentException">There are no values, one is not finite, or alpha is not inside 0..1.</exception>
    public static BootstrapInterval Percentile(ImmutableArray<double> values, BootstrapOptions? options = null)
    {
        var (chosen, sample) = Checked(values, options);
        return BootstrapEnds.Percentile(sample.Means(), chosen.Alpha);
    }

    /// <summary>The bias-corrected and accelerated interval of the mean.</summary>
    /// <param name="values">Values, (n) with n of at least 20, all finite.</param>
    /// <param name="options">Level, resamples and seed; defaults as documented there.</param>
    /// <returns>The interval; the percentile interval where all resamples agree.</returns>
    /// <exception cref="ArgumentException">There are fewer than 20 values, one is not finite, or alpha is not inside 0..1.</exception>
    public static BootstrapInterval Bca(ImmutableArray<double> values, BootstrapOptions? options = null)
    {
        var (chosen, sample) = Checked(values, options);
        if (values.Length < SmallestCount)
            throw new ArgumentException($"{nameof(BootstrapInterval)}.{nameof(Bca)}: expected at least {SmallestCount} values, got {values.Length}. With so few it covers far less than it says; use {nameof(SignFlipInterval)}.");
        return BootstrapEnds.Bca(values, sample.Means(), chosen.Alpha);
    }

    private static (BootstrapOptions Options, Resampling Sample) Checked(ImmutableArray<double> values, BootstrapOptions? options)
    {
        Differences.Check(values, nameof(BootstrapInterval));
        var chosen = options ?? new BootstrapOptions();
        Runs.Level.Check(chosen.Alpha, nameof(BootstrapInterval));
        ArgumentOutOfRangeException.ThrowIfLessThan(chosen.Resamples, 1);
        var random = new Xoshiro256StarStar(chosen.Seed, threadSafe: false);
        return (chosen, new Resampling(values, chosen.Resamples, random.Next));
    }
}
