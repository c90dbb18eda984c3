using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>A file laid out before it is written: the header's bytes and the tensors in their order.</summary>
internal sealed class WritePlan
{
    private readonly byte[] _header;
    private readonly List<Tensor> _tensors;

    private WritePlan(byte[] header, List<Tensor> tensors)
    {
        _header = header;
        _tensors = tensors;
    }

    public static WritePlan Of(IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        // Large elements first, so that every tensor is aligned to its own element size; then by name, so that equal weights give equal files.
        var ordered = tensors.Select(entry => (entry.Key, entry.Value, Dtype: DtypeOf(entry.Key, entry.Value)))
            .OrderByDescending(entry => entry.Dtype.Size).ThenBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (metadata.Count > 0) WriteMetadata(json, metadata);
            long offset = 0;
            foreach (var (name, tensor, dtype) in ordered)
                offset = WriteEntry(json, name, tensor, dtype, offset);
            json.WriteEndObject();
        }
        return new WritePlan(Padded(buffer.WrittenSpan), ordered.ConvertAll(entry => entry.Value));
    }

    public void WriteTo(Stream file)
    {
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, _header.Length);
        file.Write(length);
        file.Write(_header);
        foreach (var tensor in _tensors) TensorBytes.Write(file, tensor);
    }

    private static Dtype DtypeOf(string name, Tensor tensor)
    {
        if (name == Header.MetadataKey)
            throw new ArgumentException($"Safetensors.Save: the name {Header.MetadataKey} is reserved. Give the tensor another name.", nameof(name));
        return Dtypes.Find(tensor.dtype)
            ?? throw new ArgumentException($"Safetensors.Save: '{name}' has dtype {tensor.dtype}; the format has {Dtypes.Readable}. Convert it with .to(…).", nameof(tensor));
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string> metadata)
    {
        json.WriteStartObject(Header.MetadataKey);
        foreach (var (key, value) in metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal)) json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static long WriteEntry(Utf8JsonWriter json, string name, Tensor tensor, Dtype dtype, long offset)
    {
        long end = offset + tensor.numel() * dtype.Size;
        json.WriteStartObject(name);
        json.WriteString("dtype", dtype.Name);
        json.WriteStartArray("shape");
        foreach (long size in tensor.shape) json.WriteNumberValue(size);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(offset);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
        return end;
    }

    private static byte[] Padded(ReadOnlySpan<byte> header)
    {
        var padded = new byte[(header.Length + 7) / 8 * 8];
        padded.AsSpan(header.Length).Fill((byte)' ');
        header.CopyTo(padded);
        return padded;
    }
}
