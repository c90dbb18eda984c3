using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What embeddings share: first weights, and the words for an integer beyond the table.</summary>
internal static class EmbeddingTable
{
    /// <summary>Normal weights, the padding's row at zero.</summary>
    public static Parameter Normal(long count, long size, long? padding, Device? device, ScalarType? dtype)
    {
        if (count < 1 || size < 1) throw new ArgumentException($"Embedding: expected sizes of at least 1, got num_embeddings {count} and embedding_dims {size}.", nameof(count));
        var weight = InitialWeights.Empty([count, size], device, dtype);
        nn.init.normal_(weight);
        if (padding is not { } row) return weight;
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        Ops.zero_(Ops.select(weight, 0, row));
        return weight;
    }

    /// <summary>What is wrong with the integers, or null.</summary>
    public static string? Complaint(string name, Tensor input, long count)
    {
        if (input.dtype is not (ScalarType.Int64 or ScalarType.Int32))
            return $"{name}: expected integers of type Int64, got {input.dtype}. Convert them with to(ScalarType.Int64).";
        using var scope = NewDisposeScope();
        var (least, most) = (Ops.min(input).to(ScalarType.Int64).item<long>(), Ops.max(input).to(ScalarType.Int64).item<long>());
        if (least >= 0 && most < count) return null;
        return $"{name}: expected integers of 0 to {count - 1}, got {(most >= count ? most : least)}. Give the layer num_embeddings {Math.Max(most + 1, count)}, or check the vocabulary.";
    }
}
