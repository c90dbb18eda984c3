using System.Collections;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batches of a data set, made by a function of one's own. Each enumeration is a pass over the items.</summary>
/// <typeparam name="T">What an item is.</typeparam>
/// <typeparam name="S">What a batch is.</typeparam>
/// <remarks>
/// With two or more workers, that many threads of the loader make batches ahead, at most twice as many as there are workers.
/// Batches come in the same order, with the same values, however many there are, as long as items do not depend on a
/// random generator that the items share. Tensors of a batch belong to no dispose scope.
/// </remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/data.html#torch.utils.data.DataLoader"/>
public class DataLoader<T, S> : IEnumerable<S>, IDisposable
{
    /// <summary>Makes a loader with an order of one's own.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="batchSize">The number of items of a batch.</param>
    /// <param name="collate_fn">Makes a batch of items on a device. Tensors made in it belong to the batch; those of the items are freed when it returns, unless the batch holds them.</param>
    /// <param name="shuffler">The indices of the items, in order; enumerated anew for each pass.</param>
    /// <param name="device">Where batches are put; null is the CPU.</param>
    /// <param name="num_worker">The number of threads that make batches ahead; 1 makes them on the thread that takes them.</param>
    /// <param name="drop_last">Whether a last batch that is not full is left out.</param>
    /// <param name="disposeBatch">Whether a batch is freed when the next one is taken.</param>
    /// <param name="disposeDataset">Whether the data set is disposed with the loader.</param>
    /// <exception cref="ArgumentOutOfRangeException">batchSize is below 1.</exception>
    public DataLoader(utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(collate_fn);
        ArgumentNullException.ThrowIfNull(shuffler);
        if (batchSize < 1)
            throw new ArgumentOutOfRangeException(nameof(batchSize), $"DataLoader: expected batchSize of at least 1, got {batchSize}.");
        this.dataset = dataset;
        batch_size = batchSize;
        this.collate_fn = collate_fn;
        sampler = shuffler;
        Device = device ?? CPU;
        num_workers = Math.Max(num_worker, 1);
        this.drop_last = drop_last;
        DisposeBatch = disposeBatch;
        DisposeDataset = disposeDataset;
    }

    /// <summary>Makes a loader.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="batchSize">The number of items of a batch.</param>
    /// <param name="collate_fn">Makes a batch of items on a device. Tensors made in it belong to the batch; those of the items are freed when it returns, unless the batch holds them.</param>
    /// <param name="shuffle">Whether items come in random order.</param>
    /// <param name="device">Where batches are put; null is the CPU.</param>
    /// <param name="seed">The seed of the order, which then is the same in each pass; null draws a new one for each pass from the default generator.</param>
    /// <param name="num_worker">The number of threads that make batches ahead; 1 makes them on the thread that takes them.</param>
    /// <param name="drop_last">Whether a last batch that is not full is left out.</param>
    /// <param name="disposeBatch">Whether a batch is freed when the next one is taken.</param>
    /// <param name="disposeDataset">Whether the data set is disposed with the loader.</param>
    /// <exception cref="ArgumentOutOfRangeException">batchSize is below 1.</exception>
    public DataLoader(utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : this(dataset, batchSize, collate_fn, shuffle ? new FisherYatesShuffler(CountOf(dataset), seed) : new Ascending(CountOf(dataset)), device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    /// <summary>The data set.</summary>
    public utils.data.Dataset<T> dataset { get; }

    /// <summary>The number of items of a batch.</summary>
    public int batch_size { get; }

    /// <summary>Makes a batch of items.</summary>
    public Func<IEnumerable<T>, Device, S> collate_fn { get; }

    /// <summary>The indices of the items, in the order of a pass.</summary>
    public IEnumerable<long> sampler { get; }

    /// <summary>Where batches are put.</summary>
    public Device Device { get; }

    /// <summary>The number of threads that make batches ahead; 1 makes them on the thread that takes them.</summary>
    public int num_workers { get; }

    /// <summary>Whether a last batch that is not full is left out.</summary>
    public bool drop_last { get; }

    /// <summary>Whether a batch is freed when the next one is taken.</summary>
    public bool DisposeBatch { get; }

    /// <summary>Whether the data set is disposed with the loader.</summary>
    public bool DisposeDataset { get; }

    /// <summary>The number of batches of a pass.</summary>
    /// <remarks>Where the order is an enumeration that does not know its length, the data set's counts.</remarks>
    public long Count
    {
        get
        {
            long items = sampler switch
            {
                Ascending all => all.Count,
                FisherYatesShuffler all => all.Count,
                IReadOnlyCollection<long> some => some.Count,
                ICollection<long> some => some.Count,
                _ => dataset.Count,
            };
            return (drop_last ? items : items + batch_size - 1) / batch_size;
        }
    }

    /// <summary>Starts a pass.</summary>
    /// <returns>The batches; disposing it, as <c>foreach</c> does at its end or at <c>break</c>, stops the workers and frees what they made.</returns>
    public IEnumerator<S> GetEnumerator() => new BatchEnumerator<S>(Start, DisposeBatch);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Disposes the data set, unless the loader was told to leave it.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the data set, unless the loader was told to leave it.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && DisposeDataset) dataset.Dispose();
    }

    private protected virtual BatchMaker<T, S> Maker() => new(dataset, collate_fn, Device);

    private IBatchSource<S> Start()
    {
        var indices = new BatchIndices(sampler, batch_size, drop_last);
        return num_workers == 1 ? new BatchesOnDemand<T, S>(Maker(), indices) : new BatchesAhead<T, S>(Maker(), indices, num_workers);
    }

    private static long CountOf(utils.data.Dataset<T> dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return dataset.Count;
    }
}
