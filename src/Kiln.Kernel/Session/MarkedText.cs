using System.Security.Cryptography;

namespace Kiln.Kernel;

/// <summary>A stream of bytes in which marks tell how far it was read; they are taken out, wherever a read may cut them.</summary>
/// <param name="text">Takes the bytes between marks.</param>
/// <param name="marked">Called for each mark.</param>
internal sealed class MarkedText(MarkedText.TakeBytes text, Action marked)
{
    private int _held;

    /// <summary>Takes bytes.</summary>
    public delegate void TakeBytes(ReadOnlySpan<byte> bytes);

    /// <summary>What no program prints by chance: a zero and random bytes without another one.</summary>
    public static byte[] Mark { get; } = [0, .. RandomNumberGenerator.GetItems<byte>([.. Enumerable.Range(1, 255).Select(value => (byte)value)], 15)];

    /// <summary>Takes the next bytes.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_held > 0) bytes = Continue(bytes);
            else if (bytes.IndexOf(Mark) is var start and >= 0) bytes = Pass(bytes, start);
            else bytes = HoldEnd(bytes);
        }
    }

    // The read before ended like the beginning of a mark. Its first byte comes only once in it: what follows starts afresh.
    private ReadOnlySpan<byte> Continue(ReadOnlySpan<byte> bytes)
    {
        var more = bytes.CommonPrefixLength(Mark.AsSpan(_held));
        _held += more;
        if (_held == Mark.Length)
        {
            _held = 0;
            marked();
        }
        else if (more < bytes.Length)
        {
            text(Mark.AsSpan(0, _held));
            _held = 0;
        }
        return bytes[more..];
    }

    private ReadOnlySpan<byte> Pass(ReadOnlySpan<byte> bytes, int start)
    {
        text(bytes[..start]);
        marked();
        return bytes[(start + Mark.Length)..];
    }

    private ReadOnlySpan<byte> HoldEnd(ReadOnlySpan<byte> bytes)
    {
        _held = Math.Min(bytes.Length, Mark.Length - 1);
        while (_held > 0 && !bytes.EndsWith(Mark.AsSpan(0, _held))) _held--;
        text(bytes[..^_held]);
        return [];
    }
}
