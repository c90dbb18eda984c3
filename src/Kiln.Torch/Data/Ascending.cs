using System.Collections;

namespace TorchSharp;

/// <summary>The indices 0..count − 1 in order.</summary>
internal sealed class Ascending(long count) : IEnumerable<long>
{
    public long Count => count;

    public IEnumerator<long> GetEnumerator()
    {
        for (long i = 0; i < count; i++) yield return i;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
