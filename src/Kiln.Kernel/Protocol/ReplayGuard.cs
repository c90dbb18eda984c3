using System.Globalization;

namespace Kiln.Kernel;

/// <summary>Remembers the newest signatures: a recorded message that is sent again is refused, as Jupyter's own library refuses it.</summary>
/// <param name="capacity">How many are remembered.</param>
internal sealed class ReplayGuard(int capacity)
{
    private const int HexDigits = 32;
    private readonly HashSet<UInt128> _seen = new(capacity);
    private readonly UInt128[] _inOrder = new UInt128[capacity];
    private long _count;

    /// <summary>Takes a signature in; false where it is known.</summary>
    /// <param name="signature">A checked signature, in hex.</param>
    public bool IsNew(ReadOnlySpan<byte> signature)
    {
        // Half of an HMAC-SHA256 tells two messages apart as well as all of it.
        var mark = UInt128.Parse(signature[..HexDigits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (!_seen.Add(mark)) return false;
        var place = _count++ % capacity;
        if (_count > capacity) _seen.Remove(_inOrder[place]);
        _inOrder[place] = mark;
        return true;
    }
}
