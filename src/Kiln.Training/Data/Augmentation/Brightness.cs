namespace Kiln.Training;

/// <summary>Makes all pixels lighter or darker, within black and white.</summary>
/// <param name="amount">At most so much either way, where 1 is from black to white.</param>
internal sealed class Brightness(double amount) : IPictureChange
{
    public void Apply(Span<float> picture, PictureFrame frame, NumberStream random)
    {
        float by = (float)random.Uniform(-amount, amount);
        for (int c = 0; c < frame.Channels; c++)
        {
            float step = by * (frame.White[c] - frame.Black[c]);
            foreach (ref float pixel in picture.Slice(c * frame.Area, frame.Area)) pixel = Math.Clamp(pixel + step, frame.Black[c], frame.White[c]);
        }
    }
}
