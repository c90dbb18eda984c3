using System.Buffers.Binary;
using System.IO.Compression;

namespace Kiln.Charts.Png;

/// <summary>Writes small grey and colour pictures as PNG files.</summary>
/// <remarks>Source: Portable Network Graphics (PNG) Specification, second edition, sections 5, 9 and 11.</remarks>
internal static class PngEncoder
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];
    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <summary>The picture as a <c>data:</c> URI.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="enlarge">How often each pixel is repeated in both directions, for viewers that would smooth it.</param>
    public static string DataUri(GridImage image, int enlarge = 1) =>
        "data:image/png;base64," + Convert.ToBase64String(Encode(image, enlarge));

    /// <summary>The picture as a PNG file with 8 bits a channel.</summary>
    public static byte[] Encode(GridImage image, int enlarge = 1)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        header.Clear();
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width * enlarge);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], image.Height * enlarge);
        header[8] = 8;
        header[9] = (byte)(image.IsColor ? 2 : 0);
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "IDAT"u8, Compressed(image, enlarge));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Compressed(GridImage image, int enlarge)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var pixels = image.Pixels.AsSpan();
            var channels = image.IsColor ? 3 : 1;
            // Each row starts with its filter type; 0 is none.
            var row = new byte[1 + image.Width * enlarge * channels];
            for (var y = 0; y < image.Height; y++)
            {
                for (var x = 0; x < image.Width * enlarge; x++)
                    pixels.Slice((y * image.Width + x / enlarge) * channels, channels).CopyTo(row.AsSpan(1 + x * channels));
                for (var k = 0; k < enlarge; k++) zlib.Write(row);
            }
        }
        return packed.ToArray();
    }

    private static void WriteChunk(Stream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        file.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var value in data) crc = CrcTable[(crc ^ value) & 0xff] ^ (crc >> 8);
        return crc;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (var n = 0u; n < 256; n++)
        {
            table[n] = n;
            for (var k = 0; k < 8; k++) table[n] = (table[n] & 1) != 0 ? 0xedb88320 ^ (table[n] >> 1) : table[n] >> 1;
        }
        return table;
    }
}
