using System.ComponentModel;

namespace Kiln.Kernel;

/// <summary>What the kernel weaves into the loops and functions of a cell, so that an interrupt stops them.</summary>
/// <remarks>One field read where nothing is wanted: a loop that adds numbers runs a little slower, everything else the same.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Checkpoint
{
    private static readonly StopSign Never = new();
    private static volatile bool _requested;

    /// <summary>True while an interrupted cell has not stopped yet.</summary>
    public static bool Requested
    {
        get => _requested;
        internal set => _requested = value;
    }

    /// <summary>The sign of the calling code's own cell, for loops.</summary>
    public static StopSign Sign => CellContext.Current?.StopSign ?? Never;

    /// <summary>Throws where the caller's own cell is the interrupted one.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public static void Stop() => CellContext.Current?.ThrowIfInterrupted();
}
