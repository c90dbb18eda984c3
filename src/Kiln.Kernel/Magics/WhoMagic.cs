using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary><c>#!who</c>: the names of the session's variables.</summary>
internal sealed class WhoMagic : KernelMagic<NoOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!who";

    /// <inheritdoc/>
    public override string Summary => "lists the names of your variables";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => [];

    /// <inheritdoc/>
    protected override Task RunAsync(NoOptions options, MagicContext context, CellHost host)
    {
        var names = host.Variables.List().Select(variable => variable.Name).ToList();
        host.Display(names.Count == 0 ? WhosMagic.Nothing : new Report().Say(string.Join(", ", names)).ToBundle());
        return Task.CompletedTask;
    }
}
