using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A data set of tensors whose rows are the items. A derived class may change the rows on their way.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/data.html#torch.utils.data.TensorDataset"/>
public class TensorDataset : utils.data.IterableDataset
{
    private readonly Tensor[] _tensors;

    /// <inheritdoc cref="utils.data.TensorDataset"/>
    protected internal TensorDataset(params Tensor[] tensors)
    {
        if (tensors.Length == 0)
            throw new ArgumentException("TensorDataset: expected tensors, got none.", nameof(tensors));
        foreach (var tensor in tensors)
        {
            if (tensor.dim() == 0)
                throw new ArgumentException("TensorDataset: expected tensors of shape (N, *), got one without dimensions. Call unsqueeze(0) for a single item.", nameof(tensors));
            if (tensor.size(0) != tensors[0].size(0))
                throw new ArgumentException($"TensorDataset: expected tensors of one size N, got {string.Join(" and ", tensors.Select(t => t.size(0)).Distinct())}.", nameof(tensors));
        }
        Count = tensors[0].size(0);
        // Objects of its own: the caller's may belong to a dispose scope that closes before training starts.
        _tensors = [.. tensors.Select(tensor => tensor.alias().DetachFromDisposeScope())];
    }

    /// <summary>The number of items, N.</summary>
    public override long Count { get; }

    /// <summary>The rows of an index.</summary>
    /// <param name="index">The index, 0..N − 1.</param>
    /// <returns>A row, (*), of each tensor; they share the tensors' memory, and the caller disposes them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public IList<Tensor> this[long index] => GetTensor(index);

    /// <inheritdoc cref="this"/>
    public override IList<Tensor> GetTensor(long index)
    {
        Check(index);
        return [.. _tensors.Select(tensor => tensor.select(0, index))];
    }

    /// <summary>The rows of several indices.</summary>
    /// <returns>A copy of the rows, (B, *), of each tensor.</returns>
    internal IList<Tensor> Rows(long[] indices)
    {
        foreach (long index in indices) Check(index);
        using var rows = tensor(indices);
        return [.. _tensors.Select(tensor => tensor.index_select(0, rows))];
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            foreach (var tensor in _tensors) tensor.Dispose();
        base.Dispose(disposing);
    }

    private void Check(long index)
    {
        if (index < 0 || index >= Count)
            throw new ArgumentOutOfRangeException(nameof(index), $"TensorDataset: expected an index in 0..{Count - 1}, got {index}.");
    }
}
