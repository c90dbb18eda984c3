using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Data sets and their loaders, and what writes logs for TensorBoard.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/data.html"/>
    public static partial class utils
    {
        /// <summary>Data sets and the loaders that make batches of them.</summary>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/data.html"/>
        public static partial class data
        {
            /// <summary>Items that are found by their index.</summary>
            /// <typeparam name="T">What an item is.</typeparam>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/data.html#torch.utils.data.Dataset"/>
            public abstract class Dataset<T> : IDisposable
            {
                /// <summary>The number of items.</summary>
                public abstract long Count { get; }

                /// <summary>Reads an item.</summary>
                /// <param name="index">The index, 0..<see cref="Count"/> − 1.</param>
                /// <returns>The item. Tensors made here are freed when the batch of the item has been made; tensors that existed before stay.</returns>
                /// <remarks>A loader with several workers calls it on several threads at once.</remarks>
                public abstract T GetTensor(long index);

                /// <summary>Frees the data set.</summary>
                public void Dispose()
                {
                    Dispose(true);
                    GC.SuppressFinalize(this);
                }

                /// <summary>Frees what the data set holds.</summary>
                /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
                protected virtual void Dispose(bool disposing)
                {
                }
            }

            /// <summary>Items that are tensors by name, such as "data" and "label".</summary>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/data.html#map-style-datasets"/>
            public abstract class Dataset : Dataset<Dictionary<string, Tensor>>
            {
            }

            /// <summary>Items that are lists of tensors, such as input and target.</summary>
            /// <remarks>The name is TorchSharp's; items are found by index as in <see cref="Dataset"/>.</remarks>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/data.html#map-style-datasets"/>
            public abstract class IterableDataset : Dataset<IList<Tensor>>
            {
            }

            /// <summary>A data set of tensors whose rows are the items.</summary>
            /// <param name="tensors">Tensors, (N, *), of one N.</param>
            /// <returns>The data set; it keeps the tensors' memory until it is disposed, and the caller may dispose the tensors themselves.</returns>
            /// <exception cref="ArgumentException">There are no tensors, one has no dimension, or their sizes N differ.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/data.html#torch.utils.data.TensorDataset"/>
            public static TensorDataset TensorDataset(params Tensor[] tensors) => new(tensors);

            /// <summary>Batches of a data set whose items are tensors by name, in an order of one's own.</summary>
            /// <param name="dataset">The data set.</param>
            /// <param name="batchSize">The number of items of a batch.</param>
            /// <param name="shuffler">The indices of the items, in order; enumerated anew for each pass.</param>
            /// <param name="device">Where batches are put; null is the CPU.</param>
            /// <param name="num_worker">The number of threads that make batches ahead; 1 makes them on the thread that takes them.</param>
            /// <param name="drop_last">Whether a last batch that is not full is left out.</param>
            /// <param name="disposeBatch">Whether a batch is freed when the next one is taken.</param>
            /// <param name="disposeDataset">Whether the data set is disposed with the loader.</param>
            /// <returns>The loader; the caller disposes it.</returns>
            /// <exception cref="ArgumentOutOfRangeException">batchSize is below 1.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/data.html#torch.utils.data.DataLoader"/>
            public static DataLoader DataLoader(Dataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                new(dataset, batchSize, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset);

            /// <summary>Batches of a data set whose items are tensors by name.</summary>
            /// <param name="dataset">The data set.</param>
            /// <param name="batchSize">The number of items of a batch.</param>
            /// <param name="shuffle">Whether items come in random order.</param>
            /// <param name="device">Where batches are put; null is the CPU.</param>
            /// <param name="seed">The seed of the order, which then is the same in each pass; null draws a new one for each pass from the default generator.</param>
            /// <param name="num_worker">The number of threads that make batches ahead; 1 makes them on the thread that takes them.</param>
            /// <param name="drop_last">Whether a last batch that is not full is left out.</param>
            /// <param name="disposeBatch">Whether a batch is freed when the next one is taken.</param>
            /// <param name="disposeDataset">Whether the data set is disposed with the loader.</param>
            /// <returns>The loader; the caller disposes it.</returns>
            /// <exception cref="ArgumentOutOfRangeException">batchSize is below 1.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/data.html#torch.utils.data.DataLoader"/>
            public static DataLoader DataLoader(Dataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                new(dataset, batchSize, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset);

            /// <summary>Batches of a data set whose items are lists of tensors, in an order of one's own.</summary>
            /// <inheritdoc cref="DataLoader(Dataset, int, IEnumerable{long}, Device, int, bool, bool, bool)"/>
            public static IterableDataLoader DataLoader(IterableDataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                new(dataset, batchSize, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset);

            /// <summary>Batches of a data set whose items are lists of tensors.</summary>
            /// <inheritdoc cref="DataLoader(Dataset, int, bool, Device, int?, int, bool, bool, bool)"/>
            public static IterableDataLoader DataLoader(IterableDataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                new(dataset, batchSize, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset);
        }
    }
}
