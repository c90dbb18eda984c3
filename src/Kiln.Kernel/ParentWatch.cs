using System.Globalization;
using System.Runtime.InteropServices;

namespace Kiln.Kernel;

/// <summary>Ends the kernel when the Jupyter server that started it has died without a shutdown request.</summary>
internal sealed partial class ParentWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly ITimer _timer;

    private ParentWatch(TimeProvider time, Func<bool> isAlive, Action gone) =>
        _timer = time.CreateTimer(
            _ =>
            {
                if (!isAlive()) gone();
            },
            null,
            Interval,
            Interval);

    /// <summary>Watches the process that <c>JPY_PARENT_PID</c> names; does nothing where it names none that can be seen.</summary>
    public static ParentWatch? Start(TimeProvider time, KernelLog log, Action end)
    {
        var named = Environment.GetEnvironmentVariable("JPY_PARENT_PID");
        if (!OperatingSystem.IsLinux() || !int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var parent) || parent <= 1) return null;
        // A dead parent that nobody has waited for still has its folder, but its children have a new parent at once.
        Func<bool> isAlive = ParentProcess() == parent ? () => ParentProcess() == parent : () => Directory.Exists(ProcFolder(parent));
        // Unseen from the start: another container's number. Watching it would end the kernel at once.
        return isAlive() ? new ParentWatch(time, isAlive, Gone) : null;

        void Gone()
        {
            log.Write($"the parent process {named} has ended; so does the kernel");
            end();
        }
    }

    public void Dispose() => _timer.Dispose();

    private static string ProcFolder(int process) => string.Create(CultureInfo.InvariantCulture, $"/proc/{process}");

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int ParentProcess();
}
