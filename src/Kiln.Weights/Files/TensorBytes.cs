using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>Writes the elements of tensors, in the order of their dimensions.</summary>
internal static class TensorBytes
{
    private const int ChunkElements = 1 << 24;

    // In pieces: the bytes of one tensor need not fit into a span.
    public static void Write(Stream file, Tensor tensor)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var values = tensor.detach().cpu().contiguous().flatten();
        long count = values.numel();
        for (long start = 0; start < count; start += ChunkElements)
            file.Write(values.narrow(0, start, Math.Min(ChunkElements, count - start)).bytes);
    }
}
