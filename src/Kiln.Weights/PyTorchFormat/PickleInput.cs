using System.Text;

namespace Kiln.Weights;

/// <summary>Reads a part of a file forward, through a small buffer: a large pickle is never in memory as a whole.</summary>
internal sealed class PickleInput(InputFile file, long start, long end)
{
    private const int LongestLine = 256;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _buffer = new byte[(int)Math.Clamp(end - start, 1, 1 << 16)];
    private long _next = start;
    private int _position;
    private int _filled;

    public long Position => _next - (_filled - _position);

    public byte Byte()
    {
        if (_position == _filled) Fill();
        return _buffer[_position++];
    }

    public void Read(Span<byte> destination)
    {
        if (destination.Length > end - Position) throw EndsEarly();
        while (destination.Length > 0)
        {
            if (_position == _filled) Fill();
            int count = Math.Min(destination.Length, _filled - _position);
            _buffer.AsSpan(_position, count).CopyTo(destination);
            destination = destination[count..];
            _position += count;
        }
    }

    public byte[] Bytes(long count)
    {
        if (count < 0 || count > end - Position || count > Array.MaxLength) throw EndsEarly();
        var bytes = new byte[count];
        Read(bytes);
        return bytes;
    }

    public string Text(long count) => Decode(Bytes(count));

    public string Line()
    {
        Span<byte> line = stackalloc byte[LongestLine];
        for (int i = 0; i < line.Length; i++)
        {
            line[i] = Byte();
            if (line[i] == '\n') return Decode(line[..i]);
        }
        throw PickleFile.Damaged(file, "a name in its pickle does not end");
    }

    private string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw PickleFile.Damaged(file, "its pickle has a text that is not Unicode", e);
        }
    }

    private void Fill()
    {
        int count = (int)Math.Min(_buffer.Length, end - _next);
        if (count <= 0) throw EndsEarly();
        file.Read(_next, _buffer.AsSpan(0, count));
        _next += count;
        (_position, _filled) = (0, count);
    }

    private WeightsFileException EndsEarly() => PickleFile.Damaged(file, "its pickle ends early");
}
