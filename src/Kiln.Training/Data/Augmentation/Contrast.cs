namespace Kiln.Training;

/// <summary>Moves all pixels away from the picture's mean, or towards it, within black and white.</summary>
/// <param name="amount">Differences are multiplied by 1 - amount to 1 + amount.</param>
internal sealed class Contrast(double amount) : IPictureChange
{
    public void Apply(Span<float> picture, PictureFrame frame, NumberStream random)
    {
        float factor = (float)random.Uniform(1 - amount, 1 + amount);
        for (int c = 0; c < frame.Channels; c++)
        {
            Span<float> plane = picture.Slice(c * frame.Area, frame.Area);
            float sum = 0;
            foreach (float pixel in plane) sum += pixel;
            float mean = sum / plane.Length;
            foreach (ref float pixel in plane) pixel = Math.Clamp(mean + factor * (pixel - mean), frame.Black[c], frame.White[c]);
        }
    }
}
