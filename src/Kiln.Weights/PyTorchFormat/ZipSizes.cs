using System.Buffers.Binary;

namespace Kiln.Weights;

/// <summary>The sizes and the place of an entry: 32 bits each, or 64 in an extra field where those are all ones.</summary>
internal readonly ref struct ZipSizes
{
    public ZipSizes(ReadOnlySpan<byte> entry, ReadOnlySpan<byte> extra)
    {
        var wide = Wide(extra);
        Size = Number(entry[24..], ref wide);
        Stored = Number(entry[20..], ref wide);
        Header = Number(entry[42..], ref wide);
    }

    /// <summary>The size of the entry's data; negative if the directory does not say.</summary>
    public long Size { get; }

    /// <summary>The size as it is stored.</summary>
    public long Stored { get; }

    /// <summary>Where the entry's own header starts.</summary>
    public long Header { get; }

    private static long Number(ReadOnlySpan<byte> field, ref ReadOnlySpan<byte> wide)
    {
        uint narrow = BinaryPrimitives.ReadUInt32LittleEndian(field);
        if (narrow != uint.MaxValue) return narrow;
        if (wide.Length < 8) return -1;
        long number = BinaryPrimitives.ReadInt64LittleEndian(wide);
        wide = wide[8..];
        return number;
    }

    // The field of kind 1 among those that follow the name.
    private static ReadOnlySpan<byte> Wide(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            int length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (length > extra.Length - 4) return default;
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == 1) return extra.Slice(4, length);
            extra = extra[(4 + length)..];
        }
        return default;
    }
}
