namespace Kiln.Runs;

/// <summary>How a bootstrap draws.</summary>
public sealed record BootstrapOptions
{
    /// <summary>Share of true values left out of the interval, in 0..1; default .05.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>Number of resamples; default 9,999, as in scipy.</summary>
    public int Resamples { get; init; } = 9_999;

    /// <summary>Seed of the resamples; default 0.</summary>
    public int Seed { get; init; }
}
