using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Turns raw values into the scaled float tensor, and back into pixels.</summary>
internal static class InputTensor
{
    /// <summary>(N, *) float32; two passes in place over the memory it needs anyway.</summary>
    public static Tensor Of(RawExamples raw, InputScaling scaling)
    {
        long[] shape = [raw.Count, .. raw.Shape];
        if (raw.Tokens is not null) return tensor(raw.Tokens, shape);
        using var scope = NewDisposeScope();
        Tensor inputs = raw.Pixels is not null
            ? tensor(raw.Pixels, shape).to(ScalarType.Float32)
            : tensor(raw.Features!, shape);
        long[] perChannel = [raw.Shape[0], .. Enumerable.Repeat(1L, raw.Shape.Length - 1)];
        float[] factor = [.. scaling.Mean.Select((_, c) => scaling.FactorAndOffset(c).Factor)];
        float[] offset = [.. scaling.Mean.Select((_, c) => scaling.FactorAndOffset(c).Offset)];
        inputs.mul_(tensor(factor, perChannel)).sub_(tensor(offset, perChannel));
        return inputs.MoveToOuterDisposeScope();
    }

    /// <summary>(C, H, W) scaled values to H*W*C bytes.</summary>
    public static byte[] ToPixels(float[] values, int channels, InputScaling scaling)
    {
        int area = values.Length / channels;
        var pixels = new byte[values.Length];
        for (int c = 0; c < channels; c++)
        {
            for (int i = 0; i < area; i++)
            {
                double share = values[c * area + i] * scaling.Deviation[c] + scaling.Mean[c];
                pixels[i * channels + c] = (byte)Math.Clamp(Math.Round(share * 255), 0, 255);
            }
        }
        return pixels;
    }
}
