namespace Kiln.Training;

/// <summary>The sizes of a picture, and what black and white are after scaling, by channel.</summary>
internal sealed record PictureFrame(int Channels, int Height, int Width, float[] Black, float[] White)
{
    public int Area => Height * Width;

    public static PictureFrame Of(DataSet data) => new(
        (int)data.InputShape[0], (int)data.InputShape[1], (int)data.InputShape[2],
        [.. data.Scaling.Mean.Zip(data.Scaling.Deviation, (mean, deviation) => (float)(-mean / deviation))],
        [.. data.Scaling.Mean.Zip(data.Scaling.Deviation, (mean, deviation) => (float)((1 - mean) / deviation))]);
}
