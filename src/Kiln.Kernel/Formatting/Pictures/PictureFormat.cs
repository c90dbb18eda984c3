using System.Buffers.Binary;
using System.Text;

namespace Kiln.Kernel;

/// <summary>What kind of picture bytes are, and how large it is, from their first few.</summary>
internal static class PictureFormat
{
    /// <summary>The mime type; null for what is no picture known here.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 8 && bytes[0] == 0x89 && bytes[1..].StartsWith("PNG\r\n\x1a\n"u8)) return "image/png";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff])) return "image/jpeg";
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)) return "image/gif";
        if (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8)) return "image/webp";
        if (bytes.Length > 26 && bytes.StartsWith("BM"u8)) return "image/bmp";
        return IsSvg(bytes) ? "image/svg+xml" : null;
    }

    /// <summary>Width and height in pixels; null where they cannot be told.</summary>
    public static (int Width, int Height)? Size(string mimeType, ReadOnlySpan<byte> bytes) => mimeType switch
    {
        "image/png" when bytes.Length >= 24 => (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..])),
        "image/gif" when bytes.Length >= 10 => (BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])),
        "image/bmp" when bytes.Length >= 26 => (BinaryPrimitives.ReadInt32LittleEndian(bytes[18..]), Math.Abs(BinaryPrimitives.ReadInt32LittleEndian(bytes[22..]))),
        "image/webp" => WebP(bytes),
        "image/jpeg" => Jpeg(bytes),
        _ => null,
    };

    /// <summary>The first bytes, for a message: as text where they are, otherwise in hexadecimal.</summary>
    public static string Start(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return "nothing (it is empty)";
        var first = bytes[..Math.Min(bytes.Length, 12)];
        return first.ContainsAnyExceptInRange((byte)' ', (byte)'~') ? Convert.ToHexString(first) : $"'{Encoding.ASCII.GetString(first)}'";
    }

    // An SVG is text whose first element is svg, behind declarations and comments.
    private static bool IsSvg(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 1024)]).TrimStart('\ufeff', ' ', '\t', '\r', '\n');
        return text.StartsWith('<') && text.Contains("<svg", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    // The frame header of any kind (SOF0 to SOF15, without the tables DHT, JPG and DAC) holds the size.
    private static (int, int)? Jpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xff;)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc))
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return null;
    }

    private static (int, int)? WebP(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30) return null;
        if (bytes[12..].StartsWith("VP8 "u8)) return (BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3fff, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3fff);
        if (bytes[12..].StartsWith("VP8X"u8)) return (1 + (bytes[24] | bytes[25] << 8 | bytes[26] << 16), 1 + (bytes[27] | bytes[28] << 8 | bytes[29] << 16));
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
        return bytes[12..].StartsWith("VP8L"u8) ? ((int)(bits & 0x3fff) + 1, (int)(bits >> 14 & 0x3fff) + 1) : null;
    }
}
