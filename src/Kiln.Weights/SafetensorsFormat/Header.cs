using System.Buffers.Binary;
using System.Text.Json;

namespace Kiln.Weights;

/// <summary>The checked header of a file: entries that fill the data exactly, in the order of the data.</summary>
/// <param name="Entries">The tensors.</param>
/// <param name="Metadata">The texts under <c>__metadata__</c>.</param>
/// <param name="DataStart">Where in the file the data starts.</param>
internal sealed record Header(IReadOnlyList<SafetensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata, long DataStart)
{
    public const string MetadataKey = "__metadata__";

    // The format's own limit.
    private const long LargestHeader = 100_000_000;

    /// <summary>Reads and checks the header. Nothing is allocated for the tensors, and for the header no more than the file has.</summary>
    public static Header Read(InputFile file)
    {
        var bytes = new byte[HeaderLength(file)];
        file.Read(8, bytes);
        if (bytes.Length == 0 || bytes[0] != '{') throw Damaged(file, "the header is not a JSON object");
        try
        {
            var reader = new HeaderReader(file, bytes);
            reader.ReadAll();
            CheckLayout(file, reader.Entries, file.Length - 8 - bytes.Length);
            return new Header(reader.Entries, reader.Metadata, 8 + bytes.Length);
        }
        // The second comes from texts that are not Unicode, which the parser finds only when they are read.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Damaged(file, $"the header is not valid JSON ({Words.Short(e.Message.TrimEnd('.'))})", e);
        }
    }

    private static long HeaderLength(InputFile file)
    {
        if (file.Length < 8) throw Damaged(file, $"it has {file.Length} bytes, too few for a header");
        Span<byte> prefix = stackalloc byte[8];
        file.Read(0, prefix);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > (ulong)(file.Length - 8))
            throw Damaged(file, $"it announces a header of {length} bytes, but only {file.Length - 8} follow");
        if (length > LargestHeader)
            throw Damaged(file, $"it announces a header of {length} bytes; the format allows {LargestHeader}");
        return (long)length;
    }

    private static void CheckLayout(InputFile file, List<SafetensorsEntry> entries, long dataLength)
    {
        entries.Sort((a, b) => (a.Begin, a.End).CompareTo((b.Begin, b.End)));
        long expected = 0;
        foreach (var entry in entries)
        {
            string name = Words.Short(entry.Name);
            if (entry.End > dataLength)
                throw Damaged(file, $"'{name}' ends at byte {entry.End} of the data, but there are only {dataLength}");
            if (entry.Begin < expected) throw Damaged(file, $"'{name}' overlaps another tensor");
            if (entry.Begin > expected) throw Damaged(file, $"there is a gap of {entry.Begin - expected} bytes before '{name}'");
            expected = entry.End;
        }
        if (expected != dataLength) throw Damaged(file, $"{dataLength - expected} bytes follow the last tensor");
    }

    public static WeightsFileException Damaged(InputFile file, string problem, Exception? cause = null) =>
        new(file.Path, $"not a valid safetensors file: {problem}. It is damaged or of another kind; copy or download it again, or use another checkpoint.", cause);
}
