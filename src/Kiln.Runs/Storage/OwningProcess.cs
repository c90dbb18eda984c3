using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Kiln.Runs;

/// <summary>The process that works on a run, marked so that a later process with the same number is not taken for it.</summary>
internal sealed record OwningProcess(string Host, int ProcessId, string Start)
{
    /// <summary>The process we are in.</summary>
    public static OwningProcess Current { get; } =
        new(Environment.MachineName, Environment.ProcessId, StartOf(Environment.ProcessId) ?? "");

    /// <summary>How long a process of another machine may be silent before it counts as gone; it gives a sign of life every few seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Whether the process has ended: certainly on this machine; on another one when it has been silent for too long.</summary>
    /// <param name="heartbeat">Its last sign of life; null where it gives none, and nothing is known of it.</param>
    /// <param name="now">The present time.</param>
    public bool IsGone(DateTimeOffset? heartbeat, DateTimeOffset now) =>
        Host == Current.Host ? IsGone() : heartbeat is { } last && now - last > Patience;

    /// <summary>Whether the process has certainly ended. Of another machine's processes nothing is known: false.</summary>
    public bool IsGone()
    {
        if (ProcessId <= 0 || Host != Current.Host)
            return false;
        var start = StartOf(ProcessId);
        return start is null || (Start.Length > 0 && start != Start);
    }

    /// <summary>Boot and start time of a process, or null when no such process is alive.</summary>
    private static string? StartOf(int processId) =>
        OperatingSystem.IsLinux() ? LinuxStartOf(processId) : PortableStartOf(processId);

    /// <remarks>
    /// <see cref="Process.StartTime"/> would differ between readers on Linux (it adds ticks to a measured boot time),
    /// so the raw ticks of /proc are taken, with the boot's own id before them. See proc(5), field 22.
    /// </remarks>
    private static string? LinuxStartOf(int processId)
    {
        const int stateField = 0, startField = 19;
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            if (fields[stateField] is "Z" or "X")
                return null;
            var boot = File.ReadAllText("/proc/sys/kernel/random/boot_id");
            return $"{boot.AsSpan(0, 8)}:{fields[startField]}";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? PortableStartOf(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.StartTime.ToUniversalTime().ToString("s", CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            return null;
        }
        catch (Win32Exception)
        {
            // It lives, but belongs to another user.
            return "";
        }
    }
}
