using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Deals out the batches of the training split, epoch by epoch.</summary>
internal sealed class BatchFeed(DataSet data, int batch, long seed)
{
    private readonly long[] _train = [.. data.Train.Indices];

    public BatchPlan Plan { get; } = new(data.Train.Count, batch);

    /// <summary>An epoch's batches; their order depends on seed and epoch alone, so that a resumed run needs no generator state for it.</summary>
    /// <remarks>Belongs to the dispose scope it is called in.</remarks>
    public EpochBatches Epoch(int epoch) => new(data, Plan, Shuffler.Permutation(_train, Seeds.ForShuffle(seed, epoch)));
}

/// <summary>The batches of one epoch, one after the other.</summary>
internal sealed class EpochBatches(DataSet data, BatchPlan plan, long[] order)
{
    private readonly Tensor _order = tensor(order);
    private int _next;

    /// <summary>The next batch, whose tensors belong to the caller's dispose scope; null at the end.</summary>
    public Batch? Next()
    {
        if (_next == plan.Count) return null;
        int batch = _next++;
        return data.Gather(_order.narrow(0, (long)batch * plan.Size, plan.SizeOf(batch)));
    }
}
