using System.Text;

namespace TorchSharp;

/// <summary>Writes animated GIF files. Colours are rounded to a cube of 6 reds, 7 greens and 6 blues, or to 252 greys where a film is grey.</summary>
/// <remarks>Source: https://www.w3.org/Graphics/GIF/spec-gif89a.txt.</remarks>
internal static class GifAnimation
{
    private const int Reds = 6, Greens = 7, Blues = 6, Colours = Reds * Greens * Blues;

    public static byte[] Encode(IReadOnlyList<Pixels> pictures, int fps)
    {
        bool isGrey = pictures.All(IsGrey);
        var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write(Encoding.ASCII.GetBytes("GIF89a"));
        writer.Write((ushort)pictures[0].Width);
        writer.Write((ushort)pictures[0].Height);
        // A table of 256 colours, of 8 bits each.
        writer.Write([0xF7, 0, 0]);
        for (int i = 0; i < 256; i++) writer.Write(isGrey ? Grey(i) : Colour(i));
        // Repeat for ever.
        writer.Write([0x21, 0xFF, 11, .. Encoding.ASCII.GetBytes("NETSCAPE2.0"), 3, 1, 0, 0, 0]);
        foreach (var picture in pictures)
        {
            writer.Write([0x21, 0xF9, 4, 0]);
            writer.Write((ushort)Math.Max(1, 100 / fps));
            writer.Write([0, 0, 0x2C, 0, 0, 0, 0]);
            writer.Write((ushort)picture.Width);
            writer.Write((ushort)picture.Height);
            writer.Write([0, 8]);
            LzwWriter.Write(writer, Indices(picture, isGrey));
        }
        writer.Write((byte)0x3B);
        return file.ToArray();
    }

    private static bool IsGrey(Pixels picture)
    {
        for (int i = 0; i < picture.Data.Length; i += picture.Channels)
            if (picture.Data[i] != picture.Data[i + 1] || picture.Data[i] != picture.Data[i + 2]) return false;
        return true;
    }

    private static byte[] Indices(Pixels picture, bool isGrey)
    {
        var indices = new byte[picture.Width * picture.Height];
        for (int i = 0; i < indices.Length; i++)
        {
            var pixel = picture.Data.AsSpan(i * picture.Channels, 3);
            indices[i] = isGrey
                ? (byte)Level(pixel[0], Colours)
                : (byte)((Level(pixel[0], Reds) * Greens + Level(pixel[1], Greens)) * Blues + Level(pixel[2], Blues));
        }
        return indices;
    }

    private static int Level(byte value, int levels) => (value * (levels - 1) + 127) / 255;

    private static byte[] Grey(int index) => Enumerable.Repeat(Byte(Math.Min(index, Colours - 1), Colours), 3).ToArray();

    private static byte[] Colour(int index) =>
        index < Colours ? [Byte(index / Blues / Greens, Reds), Byte(index / Blues % Greens, Greens), Byte(index % Blues, Blues)] : [0, 0, 0];

    private static byte Byte(int level, int levels) => (byte)(level * 255 / (levels - 1));
}
