namespace Kiln.Training;

/// <summary>Puts a black border around the picture and cuts its size out of that anywhere.</summary>
/// <param name="border">Pixels of the border.</param>
internal sealed class Crop(int border) : IPictureChange
{
    public void Apply(Span<float> picture, PictureFrame frame, NumberStream random)
    {
        int down = random.Below(2 * border + 1) - border;
        Moved.By(down, random.Below(2 * border + 1) - border, picture, frame);
    }
}
