namespace TorchSharp;

/// <summary>A tensor after the numbers, ranges and new dimensions of its brackets are applied, and the tensors of indices that are left.</summary>
/// <remarks>The same order of steps as PyTorch's own applySlicing.</remarks>
internal sealed class Selection : IDisposable
{
    private readonly torch.Tensor _source;
    private readonly List<torch.Tensor?> _indices = [];
    private readonly List<torch.Tensor> _owned = [];
    private int _dimension;

    internal Selection(torch.Tensor source, ReadOnlySpan<torch.TensorIndex> indices)
    {
        _source = View = source;
        var consumed = CountConsumed(indices);
        if (consumed > source.ndim)
            throw new ArgumentException($"index: a tensor of {source.ndim} dimensions takes at most as many indices, got {consumed}.");
        foreach (var index in indices) Apply(index, source.ndim - consumed);
    }

    /// <summary>The view that is left; it may be the tensor itself.</summary>
    internal torch.Tensor View { get; private set; }

    /// <summary>Whether tensors of indices are left to apply.</summary>
    internal bool HasTensors => _indices.Exists(index => index is not null);

    internal torch.Tensor?[] Indices => [.. _indices];

    /// <summary>The selected elements as a tensor of the caller.</summary>
    internal torch.Tensor Take()
    {
        if (HasTensors) return Ops.index(View, Indices);
        if (ReferenceEquals(View, _source)) return Ops.alias(_source);
        _owned.Remove(View);
        return View;
    }

    /// <summary>Replaces the selected elements, or adds to them.</summary>
    internal void Put(torch.Tensor value, bool accumulate)
    {
        using var fitting = WithoutLeadingOnes(value);
        if (HasTensors) Ops.index_put_(View, Indices, fitting, accumulate);
        else if (accumulate) Ops.add_(View, fitting);
        else Ops.copy_(View, fitting);
    }

    public void Dispose()
    {
        foreach (var tensor in _owned) tensor.Dispose();
    }

    private static long CountConsumed(ReadOnlySpan<torch.TensorIndex> indices)
    {
        long count = 0;
        foreach (var index in indices)
            count += index.What switch
            {
                torch.TensorIndex.Kind.Single or torch.TensorIndex.Kind.Slice => 1,
                torch.TensorIndex.Kind.Tensor => IsMask(index.Indices!) ? index.Indices!.ndim : 1,
                _ => 0,
            };
        return count;
    }

    private static bool IsMask(torch.Tensor tensor) => tensor.dtype is torch.ScalarType.Bool or torch.ScalarType.Byte;

    private void Apply(torch.TensorIndex index, long free)
    {
        switch (index.What)
        {
            case torch.TensorIndex.Kind.Single:
                Replace(Ops.select(View, _dimension, index.First!.Value));
                break;
            case torch.TensorIndex.Kind.Slice:
                Slice(index);
                Skip(1);
                break;
            case torch.TensorIndex.Kind.Ellipsis:
                Skip(free);
                break;
            case torch.TensorIndex.Kind.None:
                Replace(Ops.unsqueeze(View, _dimension));
                Skip(1);
                break;
            case torch.TensorIndex.Kind.Bool:
                Replace(Ops.unsqueeze(View, _dimension));
                var truth = torch.tensor([index.First == 1]);
                _owned.Add(truth);
                Add(truth);
                break;
            default:
                AddTensor(index.Indices!);
                break;
        }
    }

    private void Slice(torch.TensorIndex index)
    {
        if (index.First is null && index.Stop is null && index.Step is null) return;
        Replace(Ops.slice(View, _dimension, index.First, index.Stop, index.Step ?? 1));
    }

    private void AddTensor(torch.Tensor tensor)
    {
        if (IsMask(tensor) && tensor.ndim == 0) Replace(Ops.unsqueeze(View, _dimension));
        Add(tensor);
        if (IsMask(tensor)) _dimension += (int)Math.Max(0, tensor.ndim - 1);
    }

    private void Add(torch.Tensor tensor)
    {
        _indices.Add(tensor);
        _dimension++;
    }

    // A mask stands for several dimensions but takes one place in the list, so the list has its own length.
    private void Skip(long dimensions)
    {
        for (long i = 0; i < dimensions; i++) _indices.Add(null);
        _dimension += (int)dimensions;
    }

    private void Replace(torch.Tensor view)
    {
        View = view;
        _owned.Add(view);
    }

    private torch.Tensor WithoutLeadingOnes(torch.Tensor value)
    {
        var sizes = value.shape;
        var skip = 0;
        while (sizes.Length - skip > View.ndim && sizes[skip] == 1) skip++;
        return skip == 0 || HasTensors ? Ops.alias(value) : Ops.reshape(value, sizes.AsSpan(skip));
    }
}
