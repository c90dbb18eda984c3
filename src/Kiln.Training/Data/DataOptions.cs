namespace Kiln.Training;

/// <summary>How a data set is divided and scaled.</summary>
public sealed record DataOptions
{
    /// <summary>
    /// Percentages of train, validation and test (default "80/10/10"). An official test split is kept as it is;
    /// the validation split is then the middle percentage of the training part.
    /// </summary>
    public string Split { get; init; } = "80/10/10";

    /// <summary>Seed of the split and of <see cref="Limit"/> (default 0).</summary>
    public long Seed { get; init; }

    /// <summary>Whether every split gets the same share of every class (default false: drawn at random).</summary>
    public bool Stratify { get; init; }

    /// <summary>At most this many examples in all, drawn with the seed; null (default) takes all.
    /// An official test split keeps its share.</summary>
    public int? Limit { get; init; }

    /// <summary>
    /// Whether inputs are shifted to mean 0 and scaled to standard deviation 1 (default true), per channel for images
    /// and per column for tables. The statistics come from the training split only.
    /// </summary>
    public bool Normalize { get; init; } = true;

    /// <summary>
    /// Whether numbers to predict are shifted to mean 0 and scaled to standard deviation 1 (default false), per column, by the
    /// training split. Metrics and predictions stay in the target's own unit.
    /// </summary>
    public bool NormalizeTargets { get; init; }
}
