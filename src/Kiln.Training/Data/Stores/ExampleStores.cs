namespace Kiln.Training;

/// <summary>Chooses how inputs are kept: as floats where they fit, else as bytes, else in their files.</summary>
internal static class ExampleStores
{
    // Pictures may take this share of the machine's memory; models, gradients and the notebook need the rest.
    private const int PartOfMemory = 4;

    /// <summary>Bytes that the inputs of a data set may take.</summary>
    public static long Budget(DataOptions options) => options.MemoryBudget ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / PartOfMemory;

    public static IExampleStore Of(RawExamples raw, InputScaling scaling, DataOptions options)
    {
        if (raw.Stream is { } stream) return new PixelStore(raw.Shape, scaling, row => stream.Read(row));
        if (raw.Pixels is { } pixels && pixels.LongLength * sizeof(float) > Budget(options))
        {
            int size = pixels.Length / raw.Count;
            return new PixelStore(raw.Shape, scaling, row => pixels.AsMemory((int)(row * size), size));
        }
        return new TensorStore(InputTensor.Of(raw, scaling).DetachFromDisposeScope());
    }
}
