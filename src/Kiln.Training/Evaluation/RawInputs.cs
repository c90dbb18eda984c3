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

    /// <summary>The values of examples as they were before they were scaled.</summary>
    public static List<float[]> Of(DataSet data, IReadOnlyList<long> rows)
    {
        if (rows.Count == 0) return [];
        using var scope = NewDisposeScope();
        Tensor inputs = data.Gather(tensor(rows.ToArray())).Inputs.to(ScalarType.Float64);
        if (!data.IsTokens)
        {
            long[] perChannel = [data.InputShape[0], .. Enumerable.Repeat(1L, data.InputShape.Length - 1)];
            inputs = inputs.mul(tensor(data.Scaling.Deviation.ToArray(), perChannel)).add(tensor(data.Scaling.Mean.ToArray(), perChannel)).mul(data.Scaling.White);
        }
        Tensor flat = inputs.to(ScalarType.Float32).reshape(rows.Count, -1);
        return [.. Enumerable.Range(0, rows.Count).Select(i => flat[i].contiguous().data<float>().ToArray())];
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
