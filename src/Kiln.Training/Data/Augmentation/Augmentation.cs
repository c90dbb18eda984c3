namespace Kiln.Training;

/// <summary>What is done to the examples of a training batch, in order.</summary>
/// <param name="Pictures">Changes of each picture.</param>
/// <param name="Texts">Changes of each text.</param>
/// <param name="Mixup">Mixing of the batch, at its end; null for none.</param>
/// <param name="Frame">Sizes of the pictures; null where examples are none.</param>
internal sealed record Augmentation(IReadOnlyList<IPictureChange> Pictures, IReadOnlyList<ITokenChange> Texts, Mixup? Mixup, PictureFrame? Frame)
{
    public static Augmentation None { get; } = new([], [], null, null);

    /// <summary>Whether examples are changed one by one, which is prepared ahead of the training.</summary>
    public bool IsWork => Pictures.Count > 0 || Texts.Count > 0;

    /// <summary>Changes a picture in place, (C, H, W) scaled values.</summary>
    public void ApplyTo(Span<float> picture, NumberStream random)
    {
        foreach (IPictureChange change in Pictures) change.Apply(picture, Frame!, random);
    }

    /// <summary>Changes a text in place, (T) tokens.</summary>
    public void ApplyTo(Span<long> tokens, NumberStream random)
    {
        foreach (ITokenChange change in Texts) change.Apply(tokens, random);
    }
}
