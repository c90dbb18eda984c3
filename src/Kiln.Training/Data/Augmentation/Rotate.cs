using System.Buffers;

namespace Kiln.Training;

/// <summary>Turns the picture around its middle; pixels between others are mixed of the four around them, what comes in is black.</summary>
/// <param name="degrees">At most so far either way.</param>
internal sealed class Rotate(double degrees) : IPictureChange
{
    public void Apply(Span<float> picture, PictureFrame frame, NumberStream random)
    {
        var (sine, cosine) = Math.SinCos(random.Uniform(-degrees, degrees) * Math.PI / 180);
        float[] before = ArrayPool<float>.Shared.Rent(picture.Length);
        picture.CopyTo(before);
        double middleY = (frame.Height - 1) / 2.0, middleX = (frame.Width - 1) / 2.0;
        for (int y = 0; y < frame.Height; y++)
        {
            for (int x = 0; x < frame.Width; x++)
            {
                float fromX = (float)(cosine * (x - middleX) + sine * (y - middleY) + middleX);
                float fromY = (float)(cosine * (y - middleY) - sine * (x - middleX) + middleY);
                for (int c = 0; c < frame.Channels; c++)
                    picture[c * frame.Area + y * frame.Width + x] = Mixed(before.AsSpan(c * frame.Area, frame.Area), fromY, fromX, frame, frame.Black[c]);
            }
        }
        ArrayPool<float>.Shared.Return(before);
    }

    private static float Mixed(ReadOnlySpan<float> plane, float y, float x, PictureFrame frame, float black)
    {
        int top = (int)MathF.Floor(y), left = (int)MathF.Floor(x);
        float down = y - top, right = x - left;
        return (1 - down) * ((1 - right) * At(plane, top, left, frame, black) + right * At(plane, top, left + 1, frame, black))
            + down * ((1 - right) * At(plane, top + 1, left, frame, black) + right * At(plane, top + 1, left + 1, frame, black));
    }

    private static float At(ReadOnlySpan<float> plane, int y, int x, PictureFrame frame, float black) =>
        (uint)y < (uint)frame.Height && (uint)x < (uint)frame.Width ? plane[y * frame.Width + x] : black;
}
