using System.Buffers.Binary;
using System.IO.Compression;

namespace Kiln.Charts.Tests;

/// <summary>A PNG file taken apart; rows with another filter than none stay filtered.</summary>
internal sealed record PngPicture(int Width, int Height, int ColorType, byte[] Raw)
{
    public static PngPicture Read(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], file[..8]);
        var packed = new MemoryStream();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            if (file.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8)) packed.Write(file, at + 8, length);
            at += length + 12;
        }
        var (width, height, color) = (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)), file[25]);
        packed.Position = 0;
        var rows = new MemoryStream();
        new ZLibStream(packed, CompressionMode.Decompress).CopyTo(rows);
        var stride = (int)(rows.Length / height);
        return new PngPicture(width, height, color, [.. rows.ToArray().Where((_, i) => i % stride != 0)]);
    }
}
