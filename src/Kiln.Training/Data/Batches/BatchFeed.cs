using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>Deals out the batches of the training split, epoch by epoch.</summary>
internal sealed class BatchFeed(DataSet data, int batch, long seed)
{
    private readonly ImmutableArray<long> _train = data.Train.Indices;

    public BatchPlan Plan { get; } = new(data.Train.Count, batch);

    /// <summary>What a batch larger than the training split means; null where it is not, or meant.</summary>
    public string? Remark => batch <= _train.Length || batch == TrainOptions.FullBatch ? null : FormattableString.Invariant(
        $"A batch of {batch} is more than the {_train.Length} training examples, so every epoch is one step. Use a smaller batch or more epochs; a batch of \"full\" says that it is meant.");

    /// <summary>
    /// An epoch's batches; their order and augmentation depend on seed and epoch alone, so that a resumed run needs no generator state for them.
    /// </summary>
    /// <remarks>Belongs to the dispose scope it is called in.</remarks>
    public EpochBatches Epoch(int epoch)
    {
        long[] order = Shuffler.Permutation(_train.AsSpan(), Seeds.ForShuffle(seed, epoch));
        Func<int, NumberStream> randomOf = batch => new NumberStream(Seeds.Derive(Seeds.Derive(seed, "augment", epoch), "batch", batch));
        return data.Store.IsWork || data.Augmentation.IsWork
            ? new PreparedBatches(data, Plan, order, randomOf)
            : new GatheredBatches(data, Plan, order, randomOf);
    }
}
