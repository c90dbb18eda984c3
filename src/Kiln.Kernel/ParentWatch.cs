using System.Globalization;

namespace Kiln.Kernel;

/// <summary>Ends the kernel when the Jupyter server that started it has died without a shutdown request.</summary>
internal sealed class ParentWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly ITimer _timer;

    private ParentWatch(TimeProvider time, int parent, KernelLog log, Action gone)
    {
        _timer = time.CreateTimer(
            _ =>
            {
                if (Directory.Exists(ProcFolder(parent))) return;
                log.Write($"the parent process {parent} has ended; so does the kernel");
                gone();
            },
            null,
            Interval,
            Interval);
    }

    /// <summary>Watches the process that <c>JPY_PARENT_PID</c> names; does nothing where it names none that can be seen.</summary>
    public static ParentWatch? Start(TimeProvider time, KernelLog log, Action gone)
    {
        var named = Environment.GetEnvironmentVariable("JPY_PARENT_PID");
        if (!int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var parent) || parent <= 1) return null;
        // Unseen from the start: another container's number. Watching it would end the kernel at once.
        return Directory.Exists(ProcFolder(parent)) ? new ParentWatch(time, parent, log, gone) : null;
    }

    public void Dispose() => _timer.Dispose();

    private static string ProcFolder(int process) => string.Create(CultureInfo.InvariantCulture, $"/proc/{process}");
}
