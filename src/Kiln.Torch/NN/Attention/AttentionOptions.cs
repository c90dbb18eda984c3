namespace TorchSharp.Modules;

/// <summary>The sizes and switches of attention in several heads.</summary>
internal sealed record AttentionOptions
{
    public required long EmbeddedDim { get; init; }

    public required long NumHeads { get; init; }

    public double Dropout { get; init; }

    public bool Bias { get; init; } = true;

    public bool AddBiasKv { get; init; }

    public bool AddZeroAttn { get; init; }

    public long? Kdim { get; init; }

    public long? Vdim { get; init; }

    public long KeySize => Kdim ?? EmbeddedDim;

    public long ValueSize => Vdim ?? EmbeddedDim;

    /// <summary>Whether one weight projects queries, keys and values.</summary>
    public bool OneWeight => KeySize == EmbeddedDim && ValueSize == EmbeddedDim;

    public AttentionOptions Checked()
    {
        if (EmbeddedDim < 1 || NumHeads < 1 || EmbeddedDim % NumHeads != 0)
            throw new ArgumentException($"MultiheadAttention: expected embedded_dim divisible by num_heads, got {EmbeddedDim} and {NumHeads} heads.", "num_heads");
        if (Dropout is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException("dropout", $"MultiheadAttention: expected a dropout in 0..1, got {Text.Of(Dropout)}.");
        return this;
    }
}
