using System.Security.Cryptography;
using System.Text;

namespace Kiln.Kernel;

/// <summary>HMAC-SHA256 over the four JSON parts of a message, in lower-case hex.</summary>
/// <param name="key">The key of the connection file; empty switches signing off, as the protocol says.</param>
internal sealed class MessageSigner(string key)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    /// <summary>Whether there is a key to sign with.</summary>
    public bool Signs => _key.Length > 0;

    public byte[] Sign(ReadOnlySpan<byte[]> parts)
    {
        if (_key.Length == 0) return [];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var part in parts) hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Compares in fixed time, so that a forger learns nothing from how long a refusal takes.</summary>
    public bool Verify(ReadOnlySpan<byte[]> parts, byte[] signature) =>
        _key.Length == 0 || CryptographicOperations.FixedTimeEquals(Sign(parts), signature);
}
