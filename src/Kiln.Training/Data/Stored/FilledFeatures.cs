namespace Kiln.Training;

/// <summary>Features with a number for each column in the place of what is missing.</summary>
/// <param name="features">(N, D) features; NaN where a value is missing.</param>
/// <param name="means">(D) the numbers.</param>
internal sealed class FilledFeatures(IStored<float> features, double[] means) : IStored<float>
{
    public void Read(long first, Span<float> values)
    {
        features.Read(first, values);
        for (int i = 0; i < values.Length; i++)
            if (float.IsNaN(values[i])) values[i] = (float)means[(first + i) % means.Length];
    }
}
