using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Raw values of examples, scaled as a data set's own were.</summary>
internal static class RawInputs
{
    /// <summary>(N, *) scaled inputs; they belong to the caller's dispose scope.</summary>
    /// <exception cref="ArgumentException">An example has more or fewer values than the data's, or is no token where tokens are needed.</exception>
    public static Tensor Scaled(DataSet data, IReadOnlyList<float[]> examples)
    {
        long size = data.InputShape.Aggregate(1L, (product, length) => product * length);
        foreach (float[] example in examples)
        {
            if (example.LongLength != size)
                throw new ArgumentException($"Predict: expected {size} values for an example of '{data.Name}' {ShapeText.Of(data.InputShape)}{Columns(data)}, got {example.Length}. Give them unscaled.");
        }
        long[] shape = [examples.Count, .. data.InputShape];
        float[] values = [.. examples.SelectMany(example => example)];
        if (data.IsTokens) return tensor(Array.ConvertAll(values, value => (long)value), shape);
        var raw = new RawExamples { Name = data.Name, Shape = data.InputShape, Features = values, Targets = new NumberTargets(new float[examples.Count], [""]) };
        return InputTensor.Of(raw, data.Scaling);
    }

    /// <summary>(C, H, W) values in the source's unit of H*W*C bytes.</summary>
    /// <exception cref="ArgumentException">The data's examples are not pictures, or have another size.</exception>
    public static float[] OfPixels(DataSet data, byte[] pixels)
    {
        long size = data.InputShape.Aggregate(1L, (product, length) => product * length);
        if (!data.IsImage || pixels.LongLength != size)
        {
            string expected = data.IsImage ? $"{size} bytes for a picture {ShapeText.Of(data.InputShape)}" : $"{size} numbers, since the examples of '{data.Name}' are not pictures";
            throw new ArgumentException($"Predict: expected {expected}, got {pixels.Length} bytes.");
        }
        int channels = (int)data.InputShape[0], area = pixels.Length / channels;
        var values = new float[pixels.Length];
        for (int i = 0; i < pixels.Length; i++) values[i % channels * area + i / channels] = (float)(pixels[i] / 255.0 * data.Scaling.White);
        return values;
    }

    private static string Columns(DataSet data) =>
        data.ColumnNames.Length is > 0 and <= 20 && !data.IsTokens ? $" ({string.Join(", ", data.ColumnNames)})" : "";
}
