using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A picture, (H, W, C), of bytes.</summary>
internal sealed record Pixels(int Height, int Width, int Channels, byte[] Data)
{
    private const int Columns = 8;

    /// <summary>Takes a picture from a tensor; of one channel, it becomes grey.</summary>
    /// <exception cref="ArgumentException">The format is unknown or does not fit the tensor.</exception>
    public static Pixels Of(Tensor tensor, string format)
    {
        using var scope = NewDisposeScope();
        format = format.ToUpperInvariant();
        if (string.Concat(format.Order()) is not ("HW" or "CHW" or "CHNW"))
            throw new ArgumentException($"add_img: expected dataformats of H and W, with C and N if wanted, each once, got \"{format}\".", nameof(format));
        if (tensor.dim() != format.Length)
            throw new ArgumentException($"add_img: expected a tensor of {format.Length} dimensions for dataformats \"{format}\", got ({string.Join(", ", tensor.shape)}).", nameof(tensor));
        var picture = format.Length switch
        {
            2 => Ordered(tensor, format, "HW").unsqueeze(2),
            3 => Ordered(tensor, format, "HWC"),
            _ => Grid(Ordered(tensor, format, "NHWC")),
        };
        return FromTensor(Bytes(picture));
    }

    /// <summary>Takes the pictures of films, (N, T, C, H, W), that are shown side by side.</summary>
    /// <exception cref="ArgumentException">The tensor has another shape.</exception>
    public static Pixels[] OfFilm(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        if (tensor.dim() != 5 || tensor.size(2) is not (1 or 3) || tensor.numel() == 0)
            throw new ArgumentException($"add_video: expected a tensor (N, T, C, H, W) with C of 1 or 3, got ({string.Join(", ", tensor.shape)}).", nameof(tensor));
        // The number of films is filled up to a power of two, with black ones, and halved into rows while it is large.
        long films = tensor.size(0), filled = (long)System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)films);
        long rows = 1L << (System.Numerics.BitOperations.Log2((ulong)films) / 2);
        var (time, channels, height, width) = (tensor.size(1), tensor.size(2), tensor.size(3), tensor.size(4));
        var bytes = Bytes(tensor);
        if (filled > films) bytes = cat([bytes, zeros([filled - films, time, channels, height, width], dtype: ScalarType.Byte)]);
        var pictures = bytes.reshape(rows, filled / rows, time, channels, height, width).permute(2, 0, 4, 1, 5, 3)
            .reshape(time, rows * height, filled / rows * width, channels);
        return [.. Enumerable.Range(0, (int)time).Select(t => FromTensor(pictures.select(0, t)))];
    }

    private static Tensor Ordered(Tensor tensor, string format, string wanted) => tensor.permute([.. wanted.Select(letter => (long)format.IndexOf(letter))]);

    private static Tensor Bytes(Tensor tensor)
    {
        int scale = tensor.dtype is ScalarType.Byte or ScalarType.Int8 ? 1 : 255;
        return tensor.detach().to_type(ScalarType.Float32).mul(scale).clamp(0, 255).to_type(ScalarType.Byte);
    }

    private static Tensor Grid(Tensor pictures)
    {
        long count = pictures.size(0), columns = Math.Min(count, Columns), rows = (count + columns - 1) / columns;
        var blank = zeros_like(pictures.select(0, 0));
        var cells = Enumerable.Range(0, (int)(rows * columns)).Select(i => i < count ? pictures.select(0, i) : blank).ToArray();
        return cat([.. cells.Chunk((int)columns).Select(row => cat(row, 1))], 0);
    }

    private static Pixels FromTensor(Tensor picture)
    {
        if (picture.size(2) == 1) picture = picture.expand(picture.size(0), picture.size(1), 3);
        if (picture.size(2) is not (3 or 4))
            throw new ArgumentException($"add_img: expected 1, 3 or 4 channels, got {picture.size(2)}. Say by dataformats which dimension they are.", nameof(picture));
        return new((int)picture.size(0), (int)picture.size(1), (int)picture.size(2), picture.contiguous().data<byte>().ToArray());
    }
}
