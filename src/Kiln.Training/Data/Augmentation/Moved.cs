using System.Buffers;

namespace Kiln.Training;

/// <summary>Moves a picture by whole pixels; what comes in from outside is black.</summary>
internal static class Moved
{
    public static void By(int down, int right, Span<float> picture, PictureFrame frame)
    {
        if (down == 0 && right == 0) return;
        float[] before = ArrayPool<float>.Shared.Rent(picture.Length);
        picture.CopyTo(before);
        int from = Math.Max(0, -right), to = Math.Max(0, right), count = Math.Max(0, frame.Width - Math.Abs(right));
        for (int c = 0; c < frame.Channels; c++)
        {
            for (int y = 0; y < frame.Height; y++)
            {
                Span<float> row = picture.Slice(c * frame.Area + y * frame.Width, frame.Width);
                row.Fill(frame.Black[c]);
                int source = y - down;
                if (source >= 0 && source < frame.Height && count > 0)
                    before.AsSpan(c * frame.Area + source * frame.Width + from, count).CopyTo(row[to..]);
            }
        }
        ArrayPool<float>.Shared.Return(before);
    }
}
