namespace Kiln.Training;

/// <summary>One way to change a picture of the training split at random.</summary>
internal interface IPictureChange
{
    /// <summary>Changes a picture in place.</summary>
    /// <param name="picture">(C, H, W) scaled values.</param>
    /// <param name="frame">Its sizes, and what black and white are after scaling.</param>
    /// <param name="random">Where all chance comes from.</param>
    void Apply(Span<float> picture, PictureFrame frame, NumberStream random);
}
