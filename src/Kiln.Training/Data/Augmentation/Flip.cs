namespace Kiln.Training;

/// <summary>Left and right change places.</summary>
/// <param name="probability">How often, 0..1.</param>
internal sealed class Flip(double probability) : IPictureChange
{
    public void Apply(Span<float> picture, PictureFrame frame, NumberStream random)
    {
        if (!random.Chance(probability)) return;
        for (int start = 0; start < picture.Length; start += frame.Width) picture.Slice(start, frame.Width).Reverse();
    }
}
