using System.ComponentModel;

namespace Kiln.Kernel;

/// <summary>What the kernel weaves in place of calls that would end the process, and every variable of the session with it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellEnd
{
    private const string Stays = "The cell ends here; the kernel and its variables stay. To end the kernel, choose Shut Down or Restart in the Kernel menu.";

    /// <summary>In place of <see cref="Environment.Exit"/>.</summary>
    /// <exception cref="OperationCanceledException">Always.</exception>
    public static void Exit(int exitCode) => End(FormattableString.Invariant($"Environment.Exit({exitCode}): {Stays}"));

    /// <summary>In place of <see cref="Environment.FailFast(string)"/>.</summary>
    /// <exception cref="OperationCanceledException">Always.</exception>
    public static void FailFast(string? message, Exception? exception = null) =>
        End($"Environment.FailFast: {message ?? exception?.Message ?? "no message."} {Stays}");

    /// <summary>In place of <see cref="System.Diagnostics.Process.Kill()"/> on the kernel's own process.</summary>
    /// <exception cref="OperationCanceledException">Always.</exception>
    public static void Kill(bool entireProcessTree = false) =>
        End($"Process.Kill of the kernel's own process{(entireProcessTree ? " and its children" : "")}: {Stays}");

    private static void End(string reason)
    {
        CellContext.Current?.End(reason);
        throw new OperationCanceledException(reason);
    }
}
