using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary><c>#!javascript</c>: a script for the browser.</summary>
internal sealed class JavaScriptMagic : KernelMagic<NoOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!javascript";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["#!js"];

    /// <inheritdoc/>
    public override string Summary => "runs the lines below it as JavaScript in the browser, where the notebook is trusted";

    /// <inheritdoc/>
    public override bool TakesBody => true;

    /// <inheritdoc/>
    public override bool IsLanguage => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["#!javascript\nconsole.log(\"in the browser\");"];

    /// <summary>A script as output. It is a function of its own, so that <c>await</c> works and a second run may declare the same names.</summary>
    public static MimeBundle Bundle(string script)
    {
        // Inside a script element only its end tag would be read as HTML.
        var safe = script.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase);
        return MimeBundle.Of($"<script type=\"text/javascript\">\n(async () => {{\n{safe}\n}})();\n</script>", script);
    }

    /// <inheritdoc/>
    protected override Task RunAsync(NoOptions options, MagicContext context, CellHost host)
    {
        if (!string.IsNullOrWhiteSpace(context.Part.Body)) host.Display(Bundle(context.Part.Body));
        return Task.CompletedTask;
    }
}
