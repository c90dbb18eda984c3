using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Batches whose examples only need copying: one operator on the training thread, quicker than handing them over from another.</summary>
internal sealed class GatheredBatches(DataSet data, BatchPlan plan, long[] order, Func<int, NumberStream> randomOf)
    : EpochBatches(data, plan, randomOf)
{
    private readonly Tensor _order = tensor(order);

    protected override Batch Take(int batch) => Data.Gather(_order.narrow(0, (long)batch * Plan.Size, Plan.SizeOf(batch)));
}
