using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Kiln.Kernel;

/// <summary>What the kernel weaves into the loops and functions of a cell, so that an interrupt or a runaway recursion stops them.</summary>
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

    /// <summary>Stands at the start of every function: a loop of calls is stopped like any other, and before the stack is full.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <exception cref="StackOverflowException">Functions have called one another too deeply.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Enter()
    {
        if (_requested) Stop();
        StackGuard.Check();
    }

    /// <summary>As <see cref="Enter"/>, for async functions: theirs is the smaller part of the stack.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <exception cref="StackOverflowException">Functions have called one another too deeply.</exception>
    public static void EnterAsync()
    {
        if (_requested) Stop();
        StackGuard.CheckAsync();
    }

    /// <summary>True, after <see cref="Enter"/>: for the first values of fields, which have no statement before them.</summary>
    public static bool Entered
    {
        get
        {
            Enter();
            return true;
        }
    }
}
