namespace TorchSharp;

/// <summary>Checks of indices that libtorch follows without looking, out of its memory if they are wrong.</summary>
internal static class IndexGuard
{
    /// <summary>The order that searchsorted is given, if all of it lies within the sequence.</summary>
    /// <exception cref="ArgumentException">An index does not exist.</exception>
    internal static torch.Tensor? Sorter(torch.Tensor? sorter, torch.Tensor sequence)
    {
        if (sorter is not null) Check(sorter, 0, (sequence.ndim == 0 ? 1 : sequence.size(-1)) - 1, "searchsorted", nameof(sorter));
        return sorter;
    }

    /// <summary>The pivots of a factorisation, counted from 1; those of LDL may be negative.</summary>
    /// <exception cref="ArgumentException">A pivot does not exist.</exception>
    internal static torch.Tensor Pivots(torch.Tensor pivots, torch.Tensor factors, string operation)
    {
        using var magnitudes = Ops.abs(pivots);
        Check(magnitudes, 1, factors.ndim == 0 ? 1 : factors.size(-1), operation, nameof(pivots));
        return pivots;
    }

    private static void Check(torch.Tensor indices, long low, long high, string operation, string name)
    {
        if (indices.numel() == 0) return;
        var (min, max) = Ops.aminmax(indices);
        using (min)
        using (max)
        {
            if (min.ToInt64() >= low && max.ToInt64() <= high) return;
            throw new ArgumentException($"{operation}: expected indices in {low}..{high}, got {min.ToInt64()}..{max.ToInt64()}. Pass what sorting or factorising the same tensor gave.", name);
        }
    }
}
