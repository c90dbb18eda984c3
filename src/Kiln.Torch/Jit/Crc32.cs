using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>The checksum of zip archives, eight bytes at a time.</summary>
/// <remarks>Source: APPNOTE 4.4.7; the tables as in Kounavis and Berry, "A systematic approach to building high performance software-based CRC generators".</remarks>
internal struct Crc32
{
    private const uint Polynomial = 0xedb88320;

    private static readonly uint[][] Tables = Build();

    private uint _state;

    public readonly uint Value => _state;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var state = ~_state;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            var mixed = word ^ state;
            state = 0;
            for (var i = 0; i < 8; i++) state ^= Tables[7 - i][(byte)(mixed >> (8 * i))];
        }
        foreach (var value in bytes[(8 * words.Length)..]) state = (state >> 8) ^ Tables[0][(byte)(state ^ value)];
        _state = ~state;
    }

    private static uint[][] Build()
    {
        var tables = new uint[8][];
        for (var table = 0; table < 8; table++)
        {
            tables[table] = new uint[256];
            for (uint i = 0; i < 256; i++) tables[table][i] = table == 0 ? OneByte(i) : (tables[table - 1][i] >> 8) ^ tables[0][(byte)tables[table - 1][i]];
        }
        return tables;
    }

    private static uint OneByte(uint value)
    {
        for (var bit = 0; bit < 8; bit++) value = (value >> 1) ^ ((value & 1) != 0 ? Polynomial : 0);
        return value;
    }
}
