namespace Kiln.Training;

/// <summary>How pictures of a folder are made equal in size and colour.</summary>
public sealed record ImageOptions
{
    /// <summary>
    /// Height and width in pixels (default null: the pictures' own size where it is the same for all and at most 128, else 64 x 64).
    /// </summary>
    public (int Height, int Width)? Size { get; init; }

    /// <summary>
    /// What happens to a picture of another shape (default "crop"): "crop" scales it until it covers the size and cuts the middle out,
    /// "pad" scales it until it fits and fills the rest with black, "stretch" changes its proportions.
    /// </summary>
    public string Fit { get; init; } = "crop";

    /// <summary>"rgb", "grey", or "auto" (default): grey where all pictures are.</summary>
    public string Color { get; init; } = "auto";

    /// <summary>Largest file and largest picture that is read, against files made to fill the memory (default 64 MB and 50 million pixels).</summary>
    public (long Bytes, long Pixels) Limit { get; init; } = (64L << 20, 50_000_000);
}
