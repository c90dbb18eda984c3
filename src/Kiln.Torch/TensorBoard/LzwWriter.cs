namespace TorchSharp;

/// <summary>Compresses bytes as GIF does: codes of 9 to 12 bits in blocks of at most 255 bytes.</summary>
/// <remarks>Source: https://www.w3.org/Graphics/GIF/spec-gif89a.txt, appendix F.</remarks>
internal static class LzwWriter
{
    private const int Clear = 256, End = 257, MostCodes = 4096;

    public static void Write(BinaryWriter writer, ReadOnlySpan<byte> data)
    {
        var bits = new BitList();
        var known = new Dictionary<(int Prefix, byte Next), int>();
        int width = 9, prefix = -1;
        bits.Add(Clear, width);
        foreach (byte next in data)
        {
            if (prefix < 0)
            {
                prefix = next;
            }
            else if (known.TryGetValue((prefix, next), out int longer))
            {
                prefix = longer;
            }
            else
            {
                bits.Add(prefix, width);
                int code = End + 1 + known.Count;
                if (code == MostCodes)
                {
                    bits.Add(Clear, width);
                    known.Clear();
                    width = 9;
                }
                else
                {
                    known[(prefix, next)] = code;
                    if (code == 1 << width) width++;
                }
                prefix = next;
            }
        }
        if (prefix >= 0) bits.Add(prefix, width);
        bits.Add(End, width);
        foreach (byte[] block in bits.ToArray().Chunk(255))
        {
            writer.Write((byte)block.Length);
            writer.Write(block);
        }
        writer.Write((byte)0);
    }

    /// <summary>Codes one after the other, the lowest bit first.</summary>
    private sealed class BitList
    {
        private readonly List<byte> _bytes = [];
        private int _open;
        private int _count;

        public void Add(int code, int width)
        {
            _open |= code << _count;
            for (_count += width; _count >= 8; _count -= 8)
            {
                _bytes.Add((byte)_open);
                _open >>= 8;
            }
        }

        public byte[] ToArray() => _count == 0 ? [.. _bytes] : [.. _bytes, (byte)_open];
    }
}
