using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>Reads the data behind a checked header into new tensors.</summary>
internal static class TensorReader
{
    private const int ChunkElements = 1 << 24;

    public static SafetensorsFile ReadAll(FileStream file, string path, Header header)
    {
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        try
        {
            file.Position = header.DataStart;
            foreach (var entry in header.Entries) tensors[entry.Name] = ReadOne(file, entry);
            return new SafetensorsFile(tensors, header.Metadata);
        }
        catch (EndOfStreamException e)
        {
            foreach (var tensor in tensors.Values) tensor.Dispose();
            throw Header.Damaged(path, "it became shorter while it was read", e);
        }
    }

    private static Tensor ReadOne(FileStream file, TensorEntry entry)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var tensor = empty(entry.Shape, entry.Dtype);
        var values = tensor.flatten();
        long count = values.numel();
        for (long start = 0; start < count; start += ChunkElements)
            file.ReadExactly(values.narrow(0, start, Math.Min(ChunkElements, count - start)).bytes);
        return tensor.MoveToOuterDisposeScope();
    }
}
