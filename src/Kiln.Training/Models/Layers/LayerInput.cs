namespace Kiln.Training;

/// <summary>What comes into a layer, and the checks whose messages name the layer.</summary>
/// <param name="Where">"Linear (layer 4, line 3)".</param>
/// <param name="Place">Its number: "4", or "4.2" for the second layer of a group.</param>
/// <param name="Form">What one example looks like.</param>
internal sealed record LayerInput(string Where, StackPlace Place, ExampleForm Form)
{
    /// <summary>Shape of one example, without N.</summary>
    public long[] Shape => Form.Sizes;

    /// <summary>The last size, of vectors (D) or sequences (T, D).</summary>
    public long Features()
    {
        RequireNumbers();
        if (Shape.Length is 1 or 2) return Shape[^1];
        throw Shape.Length == 0
            ? Error("an input of (features)", "Put Reshape(1) before it: each example is a single number.")
            : Error("an input of (features)", "Put Flatten() before it.");
    }

    /// <summary>The channels of a picture (C, H, W).</summary>
    public long PictureChannels()
    {
        RequireNumbers();
        if (Shape.Length == 3 && LooksChannelsLast)
            throw Error("a picture (channels, height, width)", "Its channels seem to come last: put Permute(2, 0, 1) before it.");
        return Shape.Length == 3 ? Shape[0] : throw Error("a picture (channels, height, width)", Shape.Length == 2
            ? FormattableString.Invariant($"Put Reshape(1, {Shape[0]}, {Shape[1]}) before it: a picture of one channel.")
            : "Put it before Flatten() and Linear, or Unflatten the vector first.");
    }

    /// <summary>The channels of a signal (C, T).</summary>
    public long SignalChannels()
    {
        RequireNumbers();
        return Shape.Length == 2 ? Shape[0] : throw Error("a signal (channels, length)", Shape.Length == 1
            ? FormattableString.Invariant($"Put Reshape(1, {Shape[0]}) before it: a signal of one channel.")
            : "Reshape the input to two sizes before it.");
    }

    /// <summary>The channels of a vector (C) or a signal (C, T).</summary>
    public long VectorChannels()
    {
        RequireNumbers();
        return Shape.Length is 1 or 2
            ? Shape[0]
            : throw Error("an input of (features) or (channels, length)", Shape.Length == 3 ? "Use BatchNorm2d() for pictures." : "Put Flatten() before it.");
    }

    /// <summary>The channels of anything that has some: (C), (C, T), (C, H, W).</summary>
    public long AnyChannels()
    {
        RequireNumbers();
        return Shape.Length > 0 ? Shape[0] : throw Error("an input with channels", "Put Reshape(1) before it: each example is a single number.");
    }

    /// <summary>Steps and features of a sequence (T, D).</summary>
    public (long Steps, long Features) Sequence()
    {
        RequireNumbers();
        if (Shape.Length == 2) return (Shape[0], Shape[1]);
        throw Error("a sequence (steps, features)", Shape.Length switch
        {
            1 => FormattableString.Invariant($"Put Reshape({Shape[0]}, 1) before it: {Shape[0]} steps of one number each."),
            3 => FormattableString.Invariant($"Put Reshape({Shape[0] * Shape[1]}, {Shape[2]}) before it to read the picture row by row."),
            _ => "Reshape the input to two sizes before it.",
        });
    }

    /// <summary>How many different tokens there are in a text (T): the number given, or else that of the data.</summary>
    public long Vocabulary(long given)
    {
        if (!Form.IsTokens)
            throw Error("tokens (whole numbers that stand for words or letters)", "Embedding is for text, such as #!data text PATH; numbers go into Linear.");
        if (given > 0 && given < Form.Vocabulary)
            throw Misfit(FormattableString.Invariant($"expected a vocabulary of at least {Form.Vocabulary}, that of the data, got {given}. ")
                + "It is inferred: Embedding(32) makes vectors of 32 numbers.");
        if (given < 1 && Form.Vocabulary < 1)
            throw Misfit("the number of different tokens is not known here. Give it: Embedding(32, vocabulary: 256).");
        return Math.Max(given, Form.Vocabulary);
    }

    /// <summary>Refuses tokens, which are names and not amounts.</summary>
    public void RequireNumbers()
    {
        if (Form.IsTokens) throw Error("numbers", "Put Embedding(32) before it, which makes a vector of each token.");
    }

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
        if (value < 1) throw Misfit(FormattableString.Invariant($"expected {name} of at least 1, got {value}."));
    }

    /// <summary>A probability, checked.</summary>
    public double Probability(double p) => p is >= 0 and <= 1
        ? p
        : throw Misfit(FormattableString.Invariant($"expected a probability of 0 to 1, got {p}."));

    /// <summary>The error of an input that does not fit.</summary>
    public ModelShapeException Error(string expected, string remedy) => Misfit($"expected {expected}, got {Form}. {remedy}");

    /// <summary>The error of an argument that does not fit.</summary>
    public ModelShapeException Misfit(string problem) => new($"{Where}: {problem}");

    // Only at the very beginning: what a layer made is in its own order.
    private bool LooksChannelsLast => Place.Number == "1" && Shape[2] is 1 or 3 or 4 && Shape[0] > 4 && Shape[1] > 4;
}
