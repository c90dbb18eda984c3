using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary><c>#!csharp</c>: what follows is C#.</summary>
internal sealed class CSharpMagic : KernelMagic<NoOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!csharp";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["#!c#", "#!C#"];

    /// <inheritdoc/>
    public override string Summary => "the lines below it are C#; only needed after another language in the same cell";

    /// <inheritdoc/>
    public override bool IsLanguage => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["#!html\n<b>total</b>\n#!csharp\n1 + 1"];

    /// <inheritdoc/>
    protected override Task RunAsync(NoOptions options, MagicContext context, CellHost host) => Task.CompletedTask;
}
