using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Kiln.Kernel;

/// <summary>Exceptions in the threads, timers and forgotten tasks of cells: they would end the process, or go unseen.</summary>
internal static class StrayExceptions
{
    /// <summary>From now on the process outlives them, and their cell tells of them.</summary>
    public static void Install()
    {
        ExceptionHandling.SetUnhandledExceptionHandler(Outlive);
        TaskScheduler.UnobservedTaskException += (_, e) => TellUnobserved(e.Exception);
    }

    /// <summary>Writes to the cell's error stream what went wrong; an interrupt is nothing that went wrong.</summary>
    /// <param name="cell">Whose code it was.</param>
    /// <param name="where">What threw, as in "an async void function".</param>
    /// <param name="exception">What was thrown.</param>
    public static void Tell(CellContext cell, string where, Exception exception)
    {
        if (cell.Failures is not { } failures || FailureReport.IsInterrupt(exception, cell)) return;
        cell.Output.Write("stderr", $"Exception in {where} of {cell.Name}:\n{string.Join('\n', failures.Of(exception).Traceback)}\n");
    }

    private static bool Outlive(Exception exception)
    {
        if (CellContext.OfFlow is null && IsOurs(exception)) return false;
        if (CellContext.Current is not { } cell) return false;
        Tell(cell, "a thread", exception);
        return true;
    }

    // Raised when the garbage collector finds the task, maybe cells later: only what leads to a line of a cell is worth telling.
    private static void TellUnobserved(AggregateException exception)
    {
        if (CellContext.Current is not { } cell) return;
        foreach (var inner in exception.Flatten().InnerExceptions)
            if (inner is not OperationCanceledException && Frame.Of(inner).Count > 0) Tell(cell, "a task that nobody awaited, found while running", inner);
    }

    // A kernel whose own threads die must not go on as if it lived.
    private static bool IsOurs(Exception exception) =>
        Frame.Of(exception).Count == 0
        && new StackTrace(exception, fNeedFileInfo: false).GetFrames().Any(frame => frame.GetMethod()?.Module.Assembly == typeof(StrayExceptions).Assembly);
}
