namespace Kiln.Charts;

/// <summary>How probable a model finds a class, beside a picture of an <see cref="ImageGrid"/>.</summary>
/// <param name="Name">The class.</param>
/// <param name="Share">Its probability, 0..1.</param>
public sealed record ClassBar(string Name, double Share)
{
    /// <summary>Whether the picture is of this class. Default: no.</summary>
    public bool IsTruth { get; init; }

    /// <summary>Green for the true class, orange for another one that is believed to be it, grey for the rest.</summary>
    internal string ColorAt(int place) => IsTruth ? Palette.Colors[2] : place == 0 ? Palette.Warning : Palette.Neutral;
}
