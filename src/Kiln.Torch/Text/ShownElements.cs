namespace TorchSharp;

/// <summary>The words of the elements that a text shows: all, or those at both ends of the dimensions that are too large.</summary>
internal sealed class ShownElements
{
    private readonly string[] _words;
    private readonly int[] _steps;

    /// <summary>Takes what is shown out of a tensor and writes it.</summary>
    /// <param name="tensor">The tensor (*).</param>
    /// <param name="limits">For each dimension the largest size that is shown whole.</param>
    /// <param name="writer">Writes the elements.</param>
    internal ShownElements(torch.Tensor tensor, int[] limits, ElementWriter writer)
    {
        Sizes = new int[limits.Length];
        Gaps = new int[limits.Length];
        using var scope = torch.NewDisposeScope();
        using var noGrad = torch.no_grad();
        var shown = tensor.is_sparse ? Ops.to_dense(tensor) : tensor.detach();
        for (var d = 0; d < limits.Length; d++) shown = Ends(shown, d, limits[d], out Gaps[d]);
        shown = shown.InPlainMemory();
        for (var d = 0; d < limits.Length; d++) Sizes[d] = (int)shown.size(d);
        _words = writer.Words(shown);
        _steps = new int[limits.Length];
        for (int d = limits.Length - 1, step = 1; d >= 0; step *= Sizes[d--]) _steps[d] = step;
    }

    /// <summary>How many are shown of each dimension.</summary>
    internal int[] Sizes { get; }

    /// <summary>For each dimension before which shown one others were left out; 0 if none were.</summary>
    internal int[] Gaps { get; }

    internal string this[int index] => _words[index];

    /// <summary>The step in the list of words from one slice of a dimension to the next.</summary>
    internal int Step(int dimension) => _steps[dimension];

    private static torch.Tensor Ends(torch.Tensor tensor, int dimension, int limit, out int gap)
    {
        var size = tensor.size(dimension);
        gap = 0;
        if (size <= limit) return tensor;
        gap = (limit + 1) / 2;
        var last = limit - gap;
        var first = Ops.narrow(tensor, dimension, 0, gap);
        return last == 0 ? first : Ops.cat([first, Ops.narrow(tensor, dimension, size - last, last)], dimension);
    }
}
