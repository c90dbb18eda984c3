using System.Runtime.InteropServices;
using Kiln.Notebooks;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Kernel;

/// <summary><c>#!about</c>: what runs here.</summary>
internal sealed class AboutMagic : KernelMagic<NoOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!about";

    /// <inheritdoc/>
    public override string Summary => "shows the versions of Kiln, .NET and C#";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => [];

    /// <inheritdoc/>
    protected override Task RunAsync(NoOptions options, MagicContext context, CellHost host)
    {
        var table = new Table(new Column("part"), new Column("version"));
        table.Add("Kiln", KilnVersion.Text);
        table.Add(".NET", RuntimeInformation.FrameworkDescription);
        table.Add("C#", CellSyntax.Options.LanguageVersion.ToDisplayString() + ", script dialect");
        table.Add("System", $"{RuntimeInformation.OSDescription} ({RuntimeInformation.RuntimeIdentifier})");
        host.Display(new Report().Head("Kiln: a C# notebook kernel and training lab").Put(table).Aside("#!lsmagic lists the magics, #!doctor checks the machine.").ToBundle());
        return Task.CompletedTask;
    }
}
