using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TorchSharp;

/// <summary>Writes PNG files of 8 bits a channel.</summary>
/// <remarks>Source: https://www.w3.org/TR/png-3/.</remarks>
internal static class PngImage
{
    private const byte Rgb = 2, Rgba = 6;

    public static byte[] Encode(Pixels pixels)
    {
        var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, pixels.Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), pixels.Height);
        head[8] = 8;
        head[9] = pixels.Channels == 4 ? Rgba : Rgb;
        Chunk(file, "IHDR", head);
        Chunk(file, "IDAT", Compressed(pixels));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    // Each row begins with the number of its filter; 0 is none.
    private static byte[] Compressed(Pixels pixels)
    {
        var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            int length = pixels.Width * pixels.Channels;
            for (int row = 0; row < pixels.Height; row++)
            {
                zlib.WriteByte(0);
                zlib.Write(pixels.Data, row * length, length);
            }
        }
        return data.ToArray();
    }

    private static void Chunk(Stream file, string name, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum.Png.Of(named));
        file.Write(number);
    }
}
