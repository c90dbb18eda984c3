using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// Pictures as bytes, scaled batch by batch: a quarter of the memory of floats, or none where each picture is decoded when it is needed.
/// The values are, bit for bit, those that <see cref="InputTensor"/> makes of all at once.
/// </summary>
/// <param name="shape">(C, H, W) of one picture.</param>
/// <param name="scaling">How bytes become numbers.</param>
/// <param name="pixelsOf">The C*H*W bytes of a row.</param>
internal sealed class PixelStore(long[] shape, InputScaling scaling, Func<long, ReadOnlyMemory<byte>> pixelsOf) : IExampleStore
{
    private readonly float[][] _valueOf = [.. Enumerable.Range(0, (int)shape[0]).Select(c => Values(scaling, c))];
    private readonly int _size = (int)shape.Aggregate((product, size) => product * size);

    public bool IsWork => true;

    public Tensor Rows(Tensor rows)
    {
        long[] wanted = rows.data<long>().ToArray();
        var values = new float[(long)wanted.Length * _size];
        Parallel.For(0, wanted.Length, i => Scale(wanted[i], values.AsSpan(i * _size, _size)));
        return tensor(values, [wanted.Length, .. shape]);
    }

    public void CopyTo(long row, Span<byte> values) => Scale(row, MemoryMarshal.Cast<byte, float>(values));

    private void Scale(long row, Span<float> values)
    {
        ReadOnlySpan<byte> pixels = pixelsOf(row).Span;
        int area = _size / _valueOf.Length;
        for (int c = 0; c < _valueOf.Length; c++)
        {
            float[] valueOf = _valueOf[c];
            for (int i = c * area; i < (c + 1) * area; i++) values[i] = valueOf[pixels[i]];
        }
    }

    public void Dispose()
    {
    }

    private static float[] Values(InputScaling scaling, int channel)
    {
        var (factor, offset) = scaling.FactorAndOffset(channel);
        var values = new float[256];
        for (int pixel = 0; pixel < values.Length; pixel++)
        {
            // Two roundings, as mul_ and sub_ have them.
            float scaled = pixel * factor;
            values[pixel] = scaled - offset;
        }
        return values;
    }
}
