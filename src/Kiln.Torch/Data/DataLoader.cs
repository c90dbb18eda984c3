using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batches of a data set whose items are tensors by name: a batch has the same names, and its tensors are (B, *).</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/data.html#torch.utils.data.DataLoader"/>
public class DataLoader : DataLoader<Dictionary<string, Tensor>, Dictionary<string, Tensor>>
{
    /// <inheritdoc cref="utils.data.DataLoader(utils.data.Dataset, int, IEnumerable{long}, Device, int, bool, bool, bool)"/>
    public DataLoader(utils.data.Dataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collation.Stack, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    /// <inheritdoc cref="utils.data.DataLoader(utils.data.Dataset, int, bool, Device, int?, int, bool, bool, bool)"/>
    public DataLoader(utils.data.Dataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collation.Stack, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }
}
