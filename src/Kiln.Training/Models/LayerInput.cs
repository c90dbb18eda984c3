namespace Kiln.Training;

/// <summary>What comes into a layer, and the checks whose messages name the layer.</summary>
/// <param name="Where">"Linear (layer 4, line 3)".</param>
/// <param name="Shape">Shape of one example, without N.</param>
internal sealed record LayerInput(string Where, long[] Shape)
{
    /// <summary>The last size, of vectors (D) or sequences (T, D).</summary>
    public long Features() => Shape.Length is 1 or 2
        ? Shape[^1]
        : throw Error("an input of (features)", "Put Flatten() before it.");

    /// <summary>The channels of a picture (C, H, W).</summary>
    public long PictureChannels() => Shape.Length == 3
        ? Shape[0]
        : throw Error("a picture (channels, height, width)", "Put it before Flatten() and Linear, or Unflatten the vector first.");

    /// <summary>The channels of a signal (C, T).</summary>
    public long SignalChannels() => Shape.Length == 2
        ? Shape[0]
        : throw Error("a signal (channels, length)", "Reshape the input to two sizes before it.");

    /// <summary>The channels of a vector (C) or a signal (C, T).</summary>
    public long VectorChannels() => Shape.Length is 1 or 2
        ? Shape[0]
        : throw Error("an input of (features) or (channels, length)", Shape.Length == 3 ? "Use BatchNorm2d() for pictures." : "Put Flatten() before it.");

    /// <summary>Refuses a window that is larger than what it slides over.</summary>
    public void RequireWindow(long kernelSize, long padding, long dilation)
    {
        long needed = dilation * (kernelSize - 1) + 1 - 2 * padding;
        if (Shape[1..].Min() < needed)
        {
            string sizes = Shape.Length == 3 ? "height and width" : "a length";
            throw Error($"{sizes} of at least {needed}", "Use a smaller kernel or more padding, or pool less before it.");
        }
    }

    /// <summary>Refuses groups that do not divide the channels.</summary>
    public void RequireGroups(long groups, long outChannels)
    {
        if (groups < 1 || Shape[0] % groups != 0 || outChannels % groups != 0)
            throw Error($"groups: {groups} to divide both {Shape[0]} channels in and {outChannels} out", "Change groups or the channels.");
    }

    /// <summary>Refuses sizes below one, which libtorch would take as something else or fail on later.</summary>
    public void RequirePositive(string name, long value)
    {
        if (value < 1)
            throw new ModelShapeException($"{Where}: expected {name} of at least 1, got {value}.");
    }

    private ModelShapeException Error(string expected, string remedy) =>
        new($"{Where}: expected {expected}, got {ShapeText.Of(Shape)}. {remedy}");
}
