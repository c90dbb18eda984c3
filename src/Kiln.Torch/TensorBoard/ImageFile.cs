using System.Buffers.Binary;

namespace TorchSharp;

/// <summary>Reads the size of a picture from the head of its file.</summary>
internal static class ImageFile
{
    /// <exception cref="InvalidDataException">The file is no PNG, JPEG or GIF.</exception>
    public static (int Height, int Width) SizeOf(ReadOnlySpan<byte> file, string name)
    {
        if (file.Length >= 24 && file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]))
            return (BinaryPrimitives.ReadInt32BigEndian(file[20..]), BinaryPrimitives.ReadInt32BigEndian(file[16..]));
        if (file.Length >= 10 && file.StartsWith("GIF8"u8))
            return (BinaryPrimitives.ReadUInt16LittleEndian(file[8..]), BinaryPrimitives.ReadUInt16LittleEndian(file[6..]));
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) && SizeOfJpeg(file) is { } size) return size;
        throw new InvalidDataException($"add_img: expected a PNG, JPEG or GIF file, got {name}.");
    }

    // The segments up to the start of a frame (SOF0 to SOF15, without the tables among them).
    private static (int Height, int Width)? SizeOfJpeg(ReadOnlySpan<byte> file)
    {
        for (int at = 2; at + 9 <= file.Length && file[at] == 0xFF;)
        {
            byte kind = file[at + 1];
            if (kind is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }
        return null;
    }
}
