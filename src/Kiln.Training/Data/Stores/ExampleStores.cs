namespace Kiln.Training;

/// <summary>Chooses how inputs are kept: in memory as they are learnt where they fit, else as bytes, else in files.</summary>
internal static class ExampleStores
{
    // Inputs may take this share of the machine's memory; models, gradients and the notebook need the rest.
    private const int PartOfMemory = 4;

    /// <summary>Bytes that the inputs of a data set may take.</summary>
    public static long Budget(DataOptions options) => options.MemoryBudget ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / PartOfMemory;

    public static IExampleStore Of(RawExamples raw, InputScaling scaling, DataOptions options)
    {
        if (raw.Stream is { } stream) return new PixelStore(raw.Shape, scaling, row => stream.Read(row));
        if (raw.StoredFeatures is { } features) return new StoredFeatures(features, scaling);
        if (raw.StoredTokens is { } tokens) return new StoredTokens(tokens, raw.Width);
        if (raw.Pixels is { } pixels && pixels.LongLength * sizeof(float) > Budget(options))
        {
            int size = pixels.Length / raw.Count;
            return new PixelStore(raw.Shape, scaling, row => pixels.AsMemory((int)(row * size), size));
        }
        return new TensorStore(InputTensor.Of(raw, scaling).DetachFromDisposeScope());
    }
}
