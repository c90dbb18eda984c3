namespace TorchSharp;

/// <summary>Cuts an order of items into batches.</summary>
internal sealed class BatchIndices(IEnumerable<long> order, int size, bool dropLast) : IDisposable
{
    private readonly IEnumerator<long> _order = order.GetEnumerator();

    /// <summary>The indices of the next batch, or null at the end.</summary>
    public long[]? Next()
    {
        var batch = new List<long>(Math.Min(size, 1024));
        while (batch.Count < size && _order.MoveNext()) batch.Add(_order.Current);
        return batch.Count == size || (batch.Count > 0 && !dropLast) ? [.. batch] : null;
    }

    public void Dispose() => _order.Dispose();
}
