using System.Runtime.InteropServices;

namespace Kiln.Kernel;

/// <summary>What a worker's memory may come to, and who goes first when the machine's is at its end.</summary>
internal static partial class MemoryCeiling
{
    private const int DataLimit = 2;

    /// <summary>Makes the system end this process rather than the notebook when memory is short. See proc(5), oom_score_adj.</summary>
    public static void GoFirst()
    {
        try
        {
            if (OperatingSystem.IsLinux()) File.WriteAllText("/proc/self/oom_score_adj", "1000");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Where that is not allowed, the system chooses.
        }
    }

    /// <summary>Lets allocations fail that would take the process beyond a size: a trial then ends with an exception, and its worker lives.</summary>
    /// <remarks>
    /// The limit of the system is one of written-to address space (RLIMIT_DATA, see setrlimit(2)), of which a process has more than it
    /// uses: stacks, and what allocators keep. So the room between what is used now and the ceiling is added to what it has now.
    /// </remarks>
    /// <param name="bytes">The most that the process may use.</param>
    public static void Set(long bytes)
    {
        if (!OperatingSystem.IsLinux()) return;
        var room = Math.Max(0, bytes - Status("VmRSS:"));
        var limit = new Limit { Soft = (ulong)(Status("VmData:") + room), Hard = ulong.MaxValue };
        _ = SetLimit(DataLimit, limit);
    }

    private static long Status(string name)
    {
        var line = File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line.AsSpan(name.Length).Trim().ToString().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) << 10;
    }

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);

    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
