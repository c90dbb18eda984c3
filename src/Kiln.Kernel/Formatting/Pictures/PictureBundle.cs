using System.Globalization;
using System.Net;
using System.Text;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>A picture in the forms that notebooks store.</summary>
internal static class PictureBundle
{
    /// <summary>The bundle of a picture.</summary>
    /// <remarks>
    /// A PNG or JPEG in its own size is stored once, under its mime type, as every front end shows it. What not all of them know
    /// (GIF, WebP, SVG), and what is to have a size or a text of its own, is also HTML. SVG is HTML alone: untrusted notebooks
    /// drop it otherwise, and exports to PDF fail on it.
    /// </remarks>
    public static MimeBundle Of(Picture picture)
    {
        var bytes = picture.Bytes.Span;
        var content = Convert.ToBase64String(bytes);
        var bundle = MimeBundle.OfText(Plain(picture));
        if (picture.MimeType != "image/svg+xml") bundle = bundle.With(picture.MimeType, content);
        var isPlain = picture.MimeType is "image/png" or "image/jpeg" && picture is { Width: null, Height: null };
        return isPlain ? bundle : bundle.With(MimeBundle.Html, Html(picture, content));
    }

    /// <summary>Any content under its mime type; base64, unless the type is one of text.</summary>
    public static MimeBundle Of(byte[] bytes, string mimeType)
    {
        if (mimeType.StartsWith("image/", StringComparison.Ordinal)) return Of(Picture.FromBytes(bytes, mimeType));
        var isText = mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);
        return MimeBundle.OfText(Describe(mimeType, bytes)).With(mimeType, isText ? Encoding.UTF8.GetString(bytes) : Convert.ToBase64String(bytes));
    }

    /// <summary>A picture as HTML, for a cell of a table.</summary>
    public static string Html(Picture picture) => Html(picture, Convert.ToBase64String(picture.Bytes.Span));

    /// <summary>Format and size.</summary>
    public static string Describe(string mimeType, ReadOnlySpan<byte> bytes)
    {
        var size = PictureFormat.Size(mimeType, bytes) is { } pixels ? string.Create(CultureInfo.InvariantCulture, $", {pixels.Width} x {pixels.Height}") : "";
        return $"{mimeType}{size}, {ByteCount.Text(bytes.Length)}";
    }

    private static string Plain(Picture picture)
    {
        var facts = Describe(picture.MimeType, picture.Bytes.Span);
        return picture.Alt.Length > 0 ? $"{picture.Alt} ({facts})" : facts;
    }

    private static string Html(Picture picture, string content)
    {
        var (width, height) = (Length("width", picture.Width), Length("height", picture.Height));
        var fits = picture.Height is null ? "max-width:100%;height:auto" : "max-width:100%";
        return $"<img alt=\"{WebUtility.HtmlEncode(picture.Alt.Length > 0 ? picture.Alt : picture.ToString())}\"{width}{height} style=\"{fits}\" src=\"data:{WebUtility.HtmlEncode(picture.MimeType)};base64,{content}\">";
    }

    private static string Length(string name, int? pixels) => pixels is { } length ? string.Create(CultureInfo.InvariantCulture, $" {name}=\"{length}\"") : "";

}
