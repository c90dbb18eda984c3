namespace Kiln.Training;

/// <summary>How a learning rate is looked for.</summary>
public sealed record RateSweepOptions
{
    /// <summary>The rate of the first step (default 1e-7).</summary>
    public double Start { get; init; } = 1e-7;

    /// <summary>The rate of the last step (default 10); the sweep ends earlier where the loss explodes.</summary>
    public double End { get; init; } = 10;

    /// <summary>Steps (default 100); each has the rate of the one before times the same factor.</summary>
    public int Steps { get; init; } = 100;

    /// <summary>The rate of a step, counted from 0.</summary>
    internal double RateOf(int step) => Start * Math.Pow(End / Start, step / (double)(Steps - 1));

    internal void Check()
    {
        if (!(Start > 0) || !double.IsFinite(End) || End <= Start)
            throw new ArgumentException(FormattableString.Invariant($"Learning rates: expected a start above 0 and an end above the start, got {Start} and {End}. Use for example 1e-7 and 10."));
        if (Steps < 20)
            throw new ArgumentException(FormattableString.Invariant($"Learning rates: expected at least 20 steps, got {Steps}. Fewer do not make a curve; the default is 100."));
    }
}
