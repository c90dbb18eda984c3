using System.Security.Cryptography;

namespace Kiln.Training;

/// <summary>Pictures that stay in their files and are decoded when a batch needs them.</summary>
internal sealed class PictureStream
{
    private const int KeySize = 32;

    private readonly string[] _paths;
    private readonly (int, int) _size;
    private readonly bool _grey;
    private readonly ImageOptions _options;

    public PictureStream(string[] paths, (int Height, int Width) size, bool grey, ImageOptions options, CancellationToken ct)
    {
        (_paths, _size, _grey, _options) = (paths, size, grey, options);
        Keys = new byte[KeySize * (long)paths.Length];
        ImageFolder.Each(paths.Length, i => SHA256.HashData(File.ReadAllBytes(paths[i])).CopyTo(Keys, i * KeySize), ct);
    }

    /// <summary>(N, 32) SHA-256 of each file: what stands for the picture where pictures are compared.</summary>
    public byte[] Keys { get; }

    /// <summary>(C, H, W) bytes of one picture.</summary>
    /// <exception cref="DataException">The file was changed or taken away since it was listed.</exception>
    public byte[] Read(long row)
    {
        byte[] planes = PictureFile.Read(_paths[row], _size, _options);
        return _grey ? Colors.ToGrey(planes) : planes;
    }
}
