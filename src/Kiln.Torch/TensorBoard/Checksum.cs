namespace TorchSharp;

/// <summary>A cyclic redundancy check of 32 bits.</summary>
internal sealed class Checksum
{
    private readonly uint[] _table = new uint[256];

    private Checksum(uint polynomial)
    {
        for (uint i = 0; i < 256; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? (value >> 1) ^ polynomial : value >> 1;
            _table[i] = value;
        }
    }

    /// <summary>The one of event files (RFC 3720, appendix B.4).</summary>
    public static Checksum Castagnoli { get; } = new(0x82F63B78);

    /// <summary>The one of PNG files (RFC 2083, chapter 15).</summary>
    public static Checksum Png { get; } = new(0xEDB88320);

    public uint Of(ReadOnlySpan<byte> data)
    {
        uint sum = uint.MaxValue;
        foreach (byte value in data) sum = _table[(byte)(sum ^ value)] ^ (sum >> 8);
        return ~sum;
    }
}
