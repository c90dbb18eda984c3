using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Pieces of a text that does not fit in memory, read batch by batch.</summary>
/// <param name="tokens">(N, T) tokens.</param>
/// <param name="length">T.</param>
internal sealed class StoredTokens(IStored<long> tokens, int length) : IExampleStore
{
    public bool IsWork => true;

    public Tensor Rows(Tensor rows)
    {
        long[] wanted = rows.data<long>().ToArray();
        var values = new long[(long)wanted.Length * length];
        for (int i = 0; i < wanted.Length; i++) tokens.Read(wanted[i] * length, values.AsSpan(i * length, length));
        return tensor(values, [wanted.Length, length]);
    }

    public void CopyTo(long row, Span<byte> values) => tokens.Read(row * length, MemoryMarshal.Cast<byte, long>(values));

    public void Dispose()
    {
    }
}
