using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>A magic whose body is shown as content of one mime type: <c>#!html</c>, <c>#!markdown</c>.</summary>
internal sealed class ContentMagic(string name, string summary, string mimeType, string example) : KernelMagic<NoOptions>
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override string Summary => summary;

    /// <inheritdoc/>
    public override bool TakesBody => true;

    /// <inheritdoc/>
    public override bool IsLanguage => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => [$"{name}\n{example}"];

    /// <inheritdoc/>
    protected override Task RunAsync(NoOptions options, MagicContext context, CellHost host)
    {
        var body = context.Part.Body.Trim();
        if (body.Length > 0) host.Display(MimeBundle.OfText(body).With(mimeType, body));
        return Task.CompletedTask;
    }
}
