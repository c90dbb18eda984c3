namespace Kiln.Training;

/// <summary>The padding of a convolution: a number of zeros around the input, or "same" for as many as keep its size.</summary>
public readonly record struct LayerPadding
{
    private LayerPadding(long size, bool isSame) => (Size, IsSame) = (size, isSame);

    /// <summary>Zeros on each side; 0 where the padding is "same".</summary>
    public long Size { get; }

    /// <summary>Whether the output gets the size of the input.</summary>
    public bool IsSame { get; }

    /// <summary>Zeros on each side.</summary>
    /// <param name="size">How many, 0 or more.</param>
    public static implicit operator LayerPadding(long size) => FromInt64(size);

    /// <summary>"same" or "valid", as in PyTorch.</summary>
    /// <param name="name">The word.</param>
    /// <exception cref="ModelShapeException">It is another word.</exception>
    public static implicit operator LayerPadding(string name) => FromString(name);

    /// <inheritdoc cref="op_Implicit(long)"/>
    public static LayerPadding FromInt64(long size) => new(size, false);

    /// <inheritdoc cref="op_Implicit(string)"/>
    public static LayerPadding FromString(string name) => name switch
    {
        "same" => new(0, true),
        "valid" => new(0, false),
        _ => throw new ModelShapeException($"padding: expected a number, \"same\" or \"valid\", got \"{name}\"."),
    };

    /// <summary>The zeros on each side; null where "same" needs one more on one side than on the other.</summary>
    internal long? SymmetricFor(long kernelSize, long dilation)
    {
        if (!IsSame) return Size;
        long both = dilation * (kernelSize - 1);
        return both % 2 == 0 ? both / 2 : null;
    }
}
