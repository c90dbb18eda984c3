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
        new ContentMagic("#!svg", "shows the lines below it as a picture", "image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"20\"><circle cx=\"10\" cy=\"10\" r=\"8\"/></svg>"),
        new JavaScriptMagic(),
        new MermaidMagic(),
        new AboutMagic(),
        new ConnectMagic(),
        new LogMagic(),
        .. AbsentLanguages.List,
    ];
}
