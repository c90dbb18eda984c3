using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary><c>#!log</c>: where the log is.</summary>
internal sealed class LogMagic : KernelMagic<NoOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!log";

    /// <inheritdoc/>
    public override string Summary => "says where the kernel's log is";

    /// <inheritdoc/>
    public override bool IsListed => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => [];

    /// <inheritdoc/>
    protected override Task RunAsync(NoOptions options, MagicContext context, CellHost host)
    {
        host.Display(new Report().Say("Kiln writes its log to the terminal that Jupyter was started in, always. There is nothing to switch on.").ToBundle());
        return Task.CompletedTask;
    }
}
