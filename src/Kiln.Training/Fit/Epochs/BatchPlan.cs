namespace Kiln.Training;

/// <summary>How an epoch is cut into batches.</summary>
internal readonly record struct BatchPlan
{
    public BatchPlan(int examples, int batch)
    {
        Size = Math.Min(batch, examples);
        int rest = examples % Size;
        // One example alone has no variance, and batch normalisation refuses it; the next epoch's order brings it back.
        Examples = rest == 1 && Size > 1 ? examples - 1 : examples;
        Count = (Examples + Size - 1) / Size;
    }

    /// <summary>Examples in a full batch.</summary>
    public int Size { get; }

    /// <summary>Examples used in an epoch.</summary>
    public int Examples { get; }

    /// <summary>Batches in an epoch.</summary>
    public int Count { get; }

    public int SizeOf(int batch) => Math.Min(Size, Examples - batch * Size);
}
