using System.Buffers.Binary;
using System.Text;

namespace Kiln.Weights;

/// <summary>The entries of a zip archive that stores them as they are. Names are only compared, never used as paths.</summary>
/// <remarks>
/// Overlapping and duplicate entries are refused, and compressed or encrypted ones when they are asked for, so that all entries
/// together are not larger than the file. Source: PKWARE's APPNOTE, 4.3 and 4.5.3.
/// </remarks>
internal sealed class ZipDirectory
{
    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int End64Length = 56;
    private const int LocatorLength = 20;

    private readonly InputFile _file;
    private readonly Dictionary<string, DataRange> _entries = new(StringComparer.Ordinal);

    private readonly HashSet<string> _packed = new(StringComparer.Ordinal);

    private ZipDirectory(InputFile file) => _file = file;

    public IEnumerable<string> Names => _entries.Keys;

    /// <summary>Where an entry's bytes lie, or null if there is none of that name.</summary>
    public DataRange? Find(string name)
    {
        if (_packed.Contains(name)) throw PickleFile.Refused(_file, $"the archive's entry '{Words.Short(name)}' is compressed or encrypted, which torch.save never does");
        return _entries.TryGetValue(name, out var range) ? range : null;
    }

    public static ZipDirectory Read(InputFile file)
    {
        var directory = new ZipDirectory(file);
        var (begin, length) = directory.FindCentralDirectory();
        var bytes = new byte[length];
        file.Read(begin, bytes);
        for (int position = 0; position < bytes.Length;) position += directory.ReadEntry(bytes.AsSpan(position), begin);
        directory.CheckOverlaps();
        return directory;
    }

    // It is named at the end of the file, before a comment of unknown length.
    private DataRange FindCentralDirectory()
    {
        int length = (int)Math.Min(_file.Length, EndLength + LongestComment);
        var tail = new byte[length];
        _file.Read(_file.Length - length, tail);
        for (int i = length - EndLength; i >= 0; i--)
        {
            if (!tail.AsSpan(i).StartsWith("PK\x05\x06"u8)) continue;
            long end = _file.Length - length + i;
            var fixedPart = tail.AsSpan(i, EndLength);
            long size = BinaryPrimitives.ReadUInt32LittleEndian(fixedPart[12..]);
            long begin = BinaryPrimitives.ReadUInt32LittleEndian(fixedPart[16..]);
            return begin == uint.MaxValue || size == uint.MaxValue || Has64(end) ? FindCentralDirectory64(end) : Within(begin, size, end, "directory");
        }
        throw Damaged("the end of the archive is missing");
    }

    private bool Has64(long end)
    {
        if (end < LocatorLength) return false;
        Span<byte> locator = stackalloc byte[4];
        _file.Read(end - LocatorLength, locator);
        return locator.SequenceEqual("PK\x06\x07"u8);
    }

    private DataRange FindCentralDirectory64(long end)
    {
        if (!Has64(end)) throw Damaged("the archive's directory is missing");
        Span<byte> locator = stackalloc byte[LocatorLength];
        _file.Read(end - LocatorLength, locator);
        ulong place = BinaryPrimitives.ReadUInt64LittleEndian(locator[8..]);
        if (end < End64Length || place > (ulong)(end - End64Length)) throw Damaged("the archive's directory lies outside of it");
        Span<byte> end64 = stackalloc byte[End64Length];
        _file.Read((long)place, end64);
        if (!end64.StartsWith("PK\x06\x06"u8)) throw Damaged("the archive's directory is missing");
        return Within(BinaryPrimitives.ReadInt64LittleEndian(end64[48..]), BinaryPrimitives.ReadInt64LittleEndian(end64[40..]), (long)place, "directory");
    }

    private DataRange Within(long begin, long length, long end, string what)
    {
        if (begin < 0 || length < 0 || begin > end || length > end - begin || length > Array.MaxLength && what == "directory")
            throw Damaged($"the archive's {what} does not lie within it");
        return new DataRange(begin, length);
    }

    /// <summary>Takes in one entry of the directory and returns its length there.</summary>
    private int ReadEntry(ReadOnlySpan<byte> bytes, long end)
    {
        if (bytes.Length < 46 || !bytes.StartsWith("PK\x01\x02"u8)) throw Damaged("the archive's directory is damaged");
        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]);
        int extraLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes[30..]);
        int length = 46 + nameLength + extraLength + BinaryPrimitives.ReadUInt16LittleEndian(bytes[32..]);
        if (bytes.Length < length) throw Damaged("the archive's directory is damaged");
        string name = Encoding.UTF8.GetString(bytes.Slice(46, nameLength));
        bool packed = (BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]) & 1) != 0 || BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..]) != 0;
        if (packed) _packed.Add(name);
        var sizes = new ZipSizes(bytes, bytes.Slice(46 + nameLength, extraLength));
        if (!packed && sizes.Stored != sizes.Size) throw Damaged($"the archive's entry '{Words.Short(name)}' has two sizes");
        if (!_entries.TryAdd(name, Data(sizes, nameLength, end, name))) throw Damaged($"the archive has '{Words.Short(name)}' twice");
        return length;
    }

    // The data follow a second header of the entry, whose name and extra fields have lengths of their own.
    private DataRange Data(ZipSizes sizes, int nameLength, long end, string name)
    {
        if (sizes.Header < 0 || sizes.Header > end - 30) throw Damaged($"the archive's entry '{Words.Short(name)}' does not lie within it");
        Span<byte> local = stackalloc byte[30];
        _file.Read(sizes.Header, local);
        if (!local.StartsWith("PK\x03\x04"u8) || BinaryPrimitives.ReadUInt16LittleEndian(local[26..]) != nameLength)
            throw Damaged($"the archive's entry '{Words.Short(name)}' is damaged");
        long begin = sizes.Header + 30 + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(local[28..]);
        return Within(begin, sizes.Stored, end, $"entry '{Words.Short(name)}'");
    }

    private void CheckOverlaps()
    {
        long expected = 0;
        foreach (var (name, range) in _entries.OrderBy(entry => entry.Value.Begin).ThenBy(entry => entry.Value.Length))
        {
            if (range.Begin < expected) throw Damaged($"the archive's entry '{Words.Short(name)}' overlaps another");
            expected = range.Begin + range.Length;
        }
    }

    private WeightsFileException Damaged(string problem) => PickleFile.Damaged(_file, problem);
}
