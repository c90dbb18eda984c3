using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>A magic of the notebook itself, under the name that .NET Interactive gave it.</summary>
internal abstract class KernelMagic<TOptions> : Command<TOptions> where TOptions : class, new()
{
    /// <inheritdoc/>
    public override string Family => "Notebook";

    /// <inheritdoc/>
    protected sealed override Task RunAsync(TOptions options, MagicContext context)
    {
        var host = (CellHost)context.Host;
        // Unlike a training, nothing here ends in order by itself: an interrupt strikes as in plain C#.
        host.Cell.InterruptIsHandled = false;
        return RunAsync(options, context, host);
    }

    /// <summary>Does what the line asks.</summary>
    protected abstract Task RunAsync(TOptions options, MagicContext context, CellHost host);
}

/// <summary>Options of a magic that has none.</summary>
internal sealed record NoOptions;
