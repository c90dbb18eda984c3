using System.Buffers.Binary;
using System.Text.Json;
using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>Where a tensor lies in the data that follows the header.</summary>
internal sealed record TensorEntry(string Name, ScalarType Dtype, int ElementSize, long[] Shape, long Begin, long End);

/// <summary>The checked header of a file: entries that fill the data exactly, in the order of the data.</summary>
internal sealed record Header(IReadOnlyList<TensorEntry> Entries, IReadOnlyDictionary<string, string> Metadata, long DataStart)
{
    public const string MetadataKey = "__metadata__";

    // The format's own limit.
    private const long LargestHeader = 100_000_000;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    public static Header Read(FileStream file, string path)
    {
        long length = HeaderLength(file, path);
        var bytes = new byte[length];
        file.ReadExactly(bytes);
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw Damaged(path, "the header is not a JSON object");
            var parser = new HeaderParser(path);
            var entries = parser.Entries(document.RootElement);
            CheckLayout(path, entries, file.Length - 8 - length);
            return new Header(entries, parser.Metadata(document.RootElement), 8 + length);
        }
        // The second comes from texts that are not Unicode, which the parser finds only when they are read.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Damaged(path, $"the header is not valid JSON ({e.Message.TrimEnd('.')})", e);
        }
    }

    private static long HeaderLength(FileStream file, string path)
    {
        if (file.Length < 8) throw Damaged(path, $"it has {file.Length} bytes, too few for a header");
        Span<byte> prefix = stackalloc byte[8];
        file.ReadExactly(prefix);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > (ulong)(file.Length - 8))
            throw Damaged(path, $"it announces a header of {length} bytes, but only {file.Length - 8} follow");
        if (length > LargestHeader)
            throw Damaged(path, $"it announces a header of {length} bytes; the format allows {LargestHeader}");
        return (long)length;
    }

    private static void CheckLayout(string path, List<TensorEntry> entries, long dataLength)
    {
        entries.Sort((a, b) => (a.Begin, a.End).CompareTo((b.Begin, b.End)));
        long expected = 0;
        foreach (var entry in entries)
        {
            if (entry.End > dataLength)
                throw Damaged(path, $"'{entry.Name}' ends at byte {entry.End} of the data, but there are only {dataLength}");
            if (entry.Begin < expected) throw Damaged(path, $"'{entry.Name}' overlaps another tensor");
            if (entry.Begin > expected) throw Damaged(path, $"there is a gap of {entry.Begin - expected} bytes before '{entry.Name}'");
            expected = entry.End;
        }
        if (expected != dataLength) throw Damaged(path, $"{dataLength - expected} bytes follow the last tensor");
    }

    public static WeightsFileException Damaged(string path, string problem, Exception? cause = null) =>
        new(path, $"not a valid safetensors file: {problem}. It is damaged or of another kind; copy or download it again, or use another checkpoint.", cause);
}
