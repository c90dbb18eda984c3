using System.Text;
using System.Text.RegularExpressions;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary><c>#!svg</c>: a picture.</summary>
internal sealed partial class SvgMagic : KernelMagic<NoOptions>
{
    private const string MimeType = "image/svg+xml";

    /// <inheritdoc/>
    public override string Name => "#!svg";

    /// <inheritdoc/>
    public override string Summary => "shows the lines below it as a picture";

    /// <inheritdoc/>
    public override bool TakesBody => true;

    /// <inheritdoc/>
    public override bool IsLanguage => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["#!svg\n<svg width=\"20\" height=\"20\"><circle cx=\"10\" cy=\"10\" r=\"8\"/></svg>"];

    /// <inheritdoc/>
    protected override Task RunAsync(NoOptions options, MagicContext context, CellHost host)
    {
        var body = context.Part.Body.Trim();
        if (body.Length == 0) return Task.CompletedTask;
        var picture = NamelessPattern().Replace(body, "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1);
        host.Display(MimeBundle.Of(Image(picture), body).With(MimeType, picture));
        return Task.CompletedTask;
    }

    // As an image, because front ends and exporters take SVG elements out of pages that they do not trust.
    private static string Image(string picture) =>
        $"<img alt=\"picture\" src=\"data:{MimeType};base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(picture))}\">";

    // Inside a page SVG needs no namespace, by itself it does.
    [GeneratedRegex(@"<svg(?![^>]*\sxmlns\s*=)", RegexOptions.IgnoreCase)]
    private static partial Regex NamelessPattern();
}
