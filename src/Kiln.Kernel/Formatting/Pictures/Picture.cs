using Kiln.Kernel;

namespace Kiln;

/// <summary>A picture as the result of a cell.</summary>
/// <example><code>Picture.FromFile("cat.png")</code></example>
public sealed class Picture
{
    private readonly byte[] _bytes;

    private Picture(byte[] bytes, string mimeType) => (_bytes, MimeType) = (bytes, mimeType);

    /// <summary>The picture's format: <c>image/png</c>, <c>image/jpeg</c>, <c>image/gif</c>, <c>image/webp</c>, <c>image/bmp</c> or <c>image/svg+xml</c>.</summary>
    public string MimeType { get; }

    /// <summary>The file's content.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Width on the page, in pixels; null for the picture's own.</summary>
    public int? Width { get; init; }

    /// <summary>Height on the page, in pixels; null for the one that goes with the width.</summary>
    public int? Height { get; init; }

    /// <summary>What the picture shows, for those who cannot see it.</summary>
    public string Alt { get; init; } = "";

    /// <summary>Reads a picture's file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="width">Width on the page, in pixels; null for the picture's own.</param>
    /// <param name="height">Height on the page, in pixels; null for the one that goes with the width.</param>
    /// <param name="alt">What the picture shows; empty for its file's name.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="ArgumentException">The file is no picture.</exception>
    public static Picture FromFile(string path, int? width = null, int? height = null, string alt = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var bytes = File.ReadAllBytes(path);
        var mimeType = PictureFormat.Of(bytes)
            ?? throw new ArgumentException($"Picture.FromFile: expected a PNG, JPEG, GIF, WebP, BMP or SVG file, got '{path}', which starts with {PictureFormat.Start(bytes)}.", nameof(path));
        return new Picture(bytes, mimeType) { Width = width, Height = height, Alt = alt.Length > 0 ? alt : Path.GetFileName(path) };
    }

    /// <summary>A picture from the content of its file.</summary>
    /// <param name="bytes">The content; not copied.</param>
    /// <param name="mimeType">Its format, such as <c>image/png</c>; null to find out.</param>
    /// <param name="width">Width on the page, in pixels; null for the picture's own.</param>
    /// <param name="height">Height on the page, in pixels; null for the one that goes with the width.</param>
    /// <param name="alt">What the picture shows.</param>
    /// <exception cref="ArgumentException">The bytes are no picture, or the mime type is not one of a picture.</exception>
    public static Picture FromBytes(byte[] bytes, string? mimeType = null, int? width = null, int? height = null, string alt = "")
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (mimeType?.StartsWith("image/", StringComparison.Ordinal) == false)
            throw new ArgumentException($"Picture.FromBytes: expected a mime type such as image/png, got '{mimeType}'.", nameof(mimeType));
        var format = mimeType ?? PictureFormat.Of(bytes)
            ?? throw new ArgumentException($"Picture.FromBytes: expected a PNG, JPEG, GIF, WebP, BMP or SVG picture, got bytes that start with {PictureFormat.Start(bytes)}. Say what they are: Picture.FromBytes(bytes, \"image/...\").", nameof(bytes));
        return new Picture(bytes, format) { Width = width, Height = height, Alt = alt };
    }

    /// <summary>Format and size: <c>image/png, 640 x 480, 12 KB</c>.</summary>
    public override string ToString() => PictureBundle.Describe(MimeType, _bytes);
}
