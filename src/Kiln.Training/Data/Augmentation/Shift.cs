namespace Kiln.Training;

/// <summary>Moves the picture by up to a share of its height and width.</summary>
/// <param name="share">The share, 0..1.</param>
internal sealed class Shift(double share) : IPictureChange
{
    public void Apply(Span<float> picture, PictureFrame frame, NumberStream random)
    {
        int down = (int)Math.Round(frame.Height * random.Uniform(-share, share));
        Moved.By(down, (int)Math.Round(frame.Width * random.Uniform(-share, share)), picture, frame);
    }
}
