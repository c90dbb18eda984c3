using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// Rows of a table that does not fit in memory, read and scaled batch by batch. The values are, bit for bit, those that
/// <see cref="InputTensor"/> makes of all at once.
/// </summary>
/// <param name="features">(N, D) raw features.</param>
/// <param name="scaling">How they become inputs.</param>
internal sealed class StoredFeatures(IStored<float> features, InputScaling scaling) : IExampleStore
{
    private readonly (float Factor, float Offset)[] _scaling = [.. Enumerable.Range(0, scaling.Mean.Length).Select(scaling.FactorAndOffset)];

    public bool IsWork => true;

    public Tensor Rows(Tensor rows)
    {
        long[] wanted = rows.data<long>().ToArray();
        int width = _scaling.Length;
        var values = new float[(long)wanted.Length * width];
        for (int i = 0; i < wanted.Length; i++) Read(wanted[i], values.AsSpan(i * width, width));
        return tensor(values, [wanted.Length, width]);
    }

    public void CopyTo(long row, Span<byte> values) => Read(row, MemoryMarshal.Cast<byte, float>(values));

    private void Read(long row, Span<float> values)
    {
        features.Read(row * _scaling.Length, values);
        for (int i = 0; i < values.Length; i++)
        {
            // Two roundings, as mul_ and sub_ have them.
            float scaled = values[i] * _scaling[i].Factor;
            values[i] = scaled - _scaling[i].Offset;
        }
    }

    public void Dispose()
    {
    }
}
