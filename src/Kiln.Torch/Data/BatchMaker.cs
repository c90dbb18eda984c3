using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Reads items and makes a batch of them, on whatever thread it is called.</summary>
internal sealed class BatchMaker<T, S>(utils.data.Dataset<T> dataset, Func<IEnumerable<T>, Device, S> collate, Device device)
{
    /// <summary>Makes a batch of indices without reading item by item, where the data set can.</summary>
    public Func<long[], S>? Whole { get; init; }

    /// <summary>Makes a batch. Its tensors belong to no scope; all others made on the way are freed.</summary>
    /// <exception cref="InvalidOperationException">An item or the batch could not be made; the message names the index.</exception>
    /// <exception cref="OperationCanceledException">The pass was stopped meanwhile.</exception>
    public MadeBatch<S> Make(long[] indices, CancellationToken stop)
    {
        using var itemScope = NewDisposeScope();
        var items = Whole is null ? Array.ConvertAll(indices, index => Item(index, stop)) : [];
        using var batchScope = NewDisposeScope();
        var value = Collate(indices, items);
        List<IDisposable> owned = [.. batchScope.DisposablesView, .. TensorsIn(value).Where(itemScope.Contains)];
        foreach (var disposable in owned) (itemScope.Contains(disposable) ? itemScope : batchScope).Detach(disposable);
        return new MadeBatch<S>(value, owned);
    }

    private T Item(long index, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        try
        {
            return dataset.GetTensor(index);
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"DataLoader: item {index} of {dataset.GetType().Name} could not be read: {error.Message}", error);
        }
    }

    private S Collate(long[] indices, T[] items)
    {
        try
        {
            return Whole is null ? collate(items, device) : Whole(indices);
        }
        catch (Exception error)
        {
            string some = string.Join(", ", indices.Take(8)) + (indices.Length > 8 ? ", …" : "");
            throw new InvalidOperationException($"DataLoader: no batch could be made of items {some}: {error.Message}", error);
        }
    }

    /// <summary>The tensors in a batch of a usual kind: they must live as long as it does, even if they are the items' own.</summary>
    private static IEnumerable<Tensor> TensorsIn(object? value) => value switch
    {
        Tensor tensor => [tensor],
        IDictionary<string, Tensor> named => named.Values,
        IEnumerable<Tensor> list => list,
        System.Runtime.CompilerServices.ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(place => TensorsIn(tuple[place])),
        _ => [],
    };
}
