using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace Notebooks.Tests;

/// <summary>A tensor of a safetensors file; equal only where every bit is.</summary>
/// <param name="Type">The element type, such as F32.</param>
/// <param name="Shape">The sizes, as JSON.</param>
/// <param name="Sha256">Of the bytes.</param>
internal sealed record StoredTensor(string Type, string Shape, string Sha256)
{
    /// <summary>Reads a whole file: https://github.com/huggingface/safetensors#format</summary>
    public static IReadOnlyDictionary<string, StoredTensor> Read(string path)
    {
        var file = File.ReadAllBytes(path);
        var headerLength = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        var data = file.AsMemory(8 + headerLength);
        var header = JsonDocument.Parse(file.AsMemory(8, headerLength)).RootElement;
        return header.EnumerateObject().Where(entry => entry.Name != "__metadata__").ToDictionary(entry => entry.Name, entry => Of(entry.Value, data));
    }

    private static StoredTensor Of(JsonElement entry, ReadOnlyMemory<byte> data)
    {
        var offsets = entry.GetProperty("data_offsets");
        var bytes = data[offsets[0].GetInt32()..offsets[1].GetInt32()];
        return new(entry.GetProperty("dtype").GetString()!, entry.GetProperty("shape").GetRawText(), Convert.ToHexString(SHA256.HashData(bytes.Span)));
    }
}
