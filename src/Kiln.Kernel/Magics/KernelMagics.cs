using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>The registry: one line for each magic of the notebook.</summary>
internal static class KernelMagics
{
    public static IReadOnlyList<Command> List { get; } =
    [
        new TimeMagic(TimeProvider.System),
        new WhoMagic(),
        new WhosMagic(),
        new ImportMagic(),
        new SetMagic(),
        new ShareMagic(),
        new ValueMagic(),
        new CSharpMagic(),
        new ContentMagic("#!html", "shows the lines below it as HTML", MimeBundle.Html, "<b>bold</b>"),
        new ContentMagic("#!markdown", "shows the lines below it as Markdown", "text/markdown", "# A heading"),
        new SvgMagic(),
        new JavaScriptMagic(),
        new MermaidMagic(),
        new AboutMagic(),
        new ConnectMagic(),
        new LogMagic(),
        .. AbsentLanguages.List,
    ];
}
