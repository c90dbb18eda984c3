namespace Kiln.Runs;

/// <summary>The interval of the mean difference, B - A, in the metric's unit.</summary>
/// <param name="Name">How it was made, for example "inverted sign-flip test" or "BCa bootstrap".</param>
/// <param name="Low">Lower end; negative infinity when unbounded.</param>
/// <param name="High">Upper end; positive infinity when unbounded.</param>
/// <param name="Level">The level asked for, 1 - alpha.</param>
/// <param name="IsApproximate">Whether the level is only approximately kept, as that of every bootstrap.</param>
public sealed record PairedInterval(string Name, double Low, double High, double Level, bool IsApproximate)
{
    /// <summary>Whether the interval has ends: false where there are too few pairs for the level.</summary>
    public bool IsBounded => double.IsFinite(Low) && double.IsFinite(High);
}
