using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary><c>#!mermaid</c>: a diagram in the Mermaid language.</summary>
internal sealed class MermaidMagic : KernelMagic<NoOptions>
{
    private const string MimeType = "text/vnd.mermaid";
    private const string Library = "https://cdn.jsdelivr.net/npm/mermaid@11/dist/mermaid.esm.min.mjs";

    /// <inheritdoc/>
    public override string Name => "#!mermaid";

    /// <inheritdoc/>
    public override string Summary => "draws the diagram described below it where the front end knows Mermaid or may load it; shows its text elsewhere";

    /// <inheritdoc/>
    public override bool TakesBody => true;

    /// <inheritdoc/>
    public override bool IsLanguage => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["#!mermaid\ngraph LR\n  data --> model --> loss"];

    /// <inheritdoc/>
    protected override Task RunAsync(NoOptions options, MagicContext context, CellHost host)
    {
        var source = context.Part.Body.Trim();
        if (source.Length > 0) host.Display(MimeBundle.Of(Html(source), source).With(MimeType, source));
        return Task.CompletedTask;
    }

    // The text stands in the page already; the script draws over it, and where it is not run or finds no library the text stays.
    private static string Html(string source)
    {
        var id = "mermaid-" + DisplayIds.New();
        return $$"""
            <div id="{{id}}">{{Markup.Preformatted(source)}}</div>
            <script type="module">
            const place = document.getElementById("{{id}}");
            const { default: mermaid } = await import("{{Library}}");
            mermaid.initialize({ startOnLoad: false });
            place.innerHTML = (await mermaid.render("{{id}}-drawing", place.textContent)).svg;
            </script>
            """;
    }
}
