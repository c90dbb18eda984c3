using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>How a data set is divided and scaled.</summary>
public sealed record DataOptions
{
    /// <summary>
    /// Percentages of train, validation and test (default "80/10/10"). An official test split is kept as it is;
    /// the validation split is then the middle percentage of the training part.
    /// </summary>
    public string Split { get; init; } = "80/10/10";

    /// <summary>Seed of the split, of <see cref="Limit"/> and of generated points (default 0).</summary>
    public long Seed { get; init; }

    /// <summary>Whether every split gets the same share of every class (default false: drawn at random).</summary>
    public bool Stratify { get; init; }

    /// <summary>
    /// K parts of equal size, of which one is held out: as test split, or as validation split where there is an official test split.
    /// Null (default): the shares of <see cref="Split"/> decide. The folds of one seed never overlap and together hold every example once.
    /// </summary>
    public int? Folds { get; init; }

    /// <summary>Which of the <see cref="Folds"/> is held out, 1..K (default 1).</summary>
    public int Fold { get; init; } = 1;

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

    /// <summary>(K) names of the classes in the order of their numbers, in place of those that the source gives (default: none).</summary>
    public ImmutableArray<string> ClassNames { get; init; } = [];

    /// <summary>
    /// What is done to every training example anew in each epoch (default: nothing), such as "flip,crop(4),rotate(10)":
    /// <see cref="Augmentations.Usages"/> lists all. Validation and test stay as they are.
    /// </summary>
    public string Augment { get; init; } = "";

    /// <summary>
    /// Bytes that the inputs may take in memory; null (default): a quarter of the machine's. Pictures that need more are kept as bytes,
    /// then in their files; rows of a CSV file and tokens of a text go into a temporary file (in TMPDIR, default /var/tmp). They are read,
    /// decoded and scaled batch by batch, ahead, on other threads; the batches are the same, bit for bit.
    /// </summary>
    public long? MemoryBudget { get; init; }

    /// <summary>
    /// Examples in a batch of trainings with these data that are told nothing else (default null: as <see cref="TrainOptions.Batch"/> has it):
    /// those of <c>#!train</c> without <c>--batch</c>, and of <c>Lab.Train</c> without options.
    /// </summary>
    public int? Batch { get; init; }

    internal void Check()
    {
        SplitShares.Parse(Split);
        if (Batch < 1) throw new DataException(FormattableString.Invariant($"Batch {Batch}: expected at least 1 example in a batch."));
        if (Folds is null && Fold != 1) throw new DataException(FormattableString.Invariant($"Fold {Fold}: of how many? Give the number of folds, too, for example --folds 5 --fold {Fold}."));
        if (Folds is { } folds && (folds < 2 || Fold < 1 || Fold > folds))
            throw new DataException(FormattableString.Invariant($"Fold {Fold} of {folds}: expected at least 2 folds, and a fold from 1 to that number."));
    }
}
