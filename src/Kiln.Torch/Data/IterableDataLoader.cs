using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batches of a data set whose items are lists of tensors: a batch is a list as long, of tensors (B, *).</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/data.html#torch.utils.data.DataLoader"/>
public class IterableDataLoader : DataLoader<IList<Tensor>, IList<Tensor>>
{
    /// <inheritdoc cref="utils.data.DataLoader(utils.data.IterableDataset, int, IEnumerable{long}, Device, int, bool, bool, bool)"/>
    public IterableDataLoader(utils.data.IterableDataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collation.Stack, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    /// <inheritdoc cref="utils.data.DataLoader(utils.data.IterableDataset, int, bool, Device, int?, int, bool, bool, bool)"/>
    public IterableDataLoader(utils.data.IterableDataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collation.Stack, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    // Rows of tensors are gathered by one operator instead of one by one; the values are the same, unless a derived class changes them.
    private protected override BatchMaker<IList<Tensor>, IList<Tensor>> Maker() => dataset is TensorDataset tensors && tensors.GetType() == typeof(TensorDataset)
        ? new BatchMaker<IList<Tensor>, IList<Tensor>>(tensors, collate_fn, Device) { Whole = indices => Collation.Move(tensors.Rows(indices), Device) }
        : base.Maker();
}
