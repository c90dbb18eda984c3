namespace Kiln.Charts;

/// <summary>A place on the horizontal axis of a <see cref="LineChart"/> that is worth a word, such as the best epoch.</summary>
/// <param name="Text">The word, drawn above the frame where no curve runs.</param>
/// <param name="X">Where.</param>
public sealed record Marker(string Text, double X)
{
    /// <summary>Height at which a ring is drawn around the point meant. Default: no ring.</summary>
    public double? Y { get; init; }
}
