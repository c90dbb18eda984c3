using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>Options of <c>#!share</c>.</summary>
internal sealed record ShareOptions
{
    [Argument("NAME", "the variable to share")]
    public string Name { get; init; } = "";

    [Option("where it is: csharp or value", Value = "KERNEL")]
    public string From { get; init; } = "csharp";

    [Option("name of the new variable", Value = "NAME", Default = "the same")]
    public string? As { get; init; }

    [Option("the form in which it is shared; without meaning here", Value = "TYPE")]
    public string? MimeType { get; init; }
}

/// <summary><c>#!share</c>: brings what <c>#!value</c> holds into C#.</summary>
internal sealed class ShareMagic : KernelMagic<ShareOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!share";

    /// <inheritdoc/>
    public override string Summary => "makes a C# variable of what #!value holds, or gives a variable a second name";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["#!share --from value table", "#!share --from csharp x --as y"];

    /// <inheritdoc/>
    protected override Task RunAsync(ShareOptions options, MagicContext context, CellHost host) =>
        new KernelVariable(Name, $"{options.From}:{options.Name}").DeclareAsync(options.As ?? options.Name, host);
}
