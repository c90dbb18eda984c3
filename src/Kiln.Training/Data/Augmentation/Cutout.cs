namespace Kiln.Training;

/// <summary>
/// Blanks a square anywhere, also partly outside, with the training split's mean (DeVries and Taylor, "Improved regularization of
/// convolutional neural networks with cutout", 2017).
/// </summary>
/// <param name="side">Pixels of a side.</param>
internal sealed class Cutout(int side) : IPictureChange
{
    public void Apply(Span<float> picture, PictureFrame frame, NumberStream random)
    {
        int top = random.Below(frame.Height) - side / 2, left = random.Below(frame.Width) - side / 2;
        int right = Math.Min(frame.Width, left + side);
        left = Math.Max(0, left);
        for (int c = 0; c < frame.Channels; c++)
            for (int y = Math.Max(0, top); y < Math.Min(frame.Height, top + side); y++)
                picture[(c * frame.Area + y * frame.Width + left)..(c * frame.Area + y * frame.Width + right)].Clear();
    }
}
