namespace Kiln.Kernel;

/// <summary>Room in the thread pool for the compiler while a cell waits for it.</summary>
/// <remarks>
/// Roslyn has the checksums of sources computed by the thread pool
/// (<see href="https://github.com/dotnet/roslyn/blob/main/src/Compilers/Core/Portable/PEWriter/DebugSourceDocument.cs">DebugSourceDocument</see>)
/// and waits. Tasks that an earlier cell has left there, in a loop or blocked, would hold every later cell up for as long as they last.
/// </remarks>
internal static class CompilerRoom
{
    private const int MostAtOnce = 256;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    /// <summary>Does work that may wait for the thread pool.</summary>
    public static T Do<T>(Func<T> work)
    {
        if (HasRoom) return work();
        var done = new ManualResetEventSlim();
        ThreadPool.GetMinThreads(out var least, out var ports);
        var watch = new Thread(() => Watch(done)) { IsBackground = true, Name = "compiler room" };
        watch.Start();
        try
        {
            return work();
        }
        finally
        {
            done.Set();
            watch.Join();
            ThreadPool.SetMinThreads(least, ports);
        }
    }

    private static bool HasRoom
    {
        get
        {
            ThreadPool.GetAvailableThreads(out var free, out _);
            ThreadPool.GetMaxThreads(out var most, out _);
            ThreadPool.GetMinThreads(out var least, out _);
            return most - free < least;
        }
    }

    // The compiler's work is behind all that waits already, so each of those needs a thread, too.
    private static void Watch(ManualResetEventSlim done)
    {
        while (!done.Wait(Patience))
        {
            ThreadPool.GetMinThreads(out _, out var ports);
            ThreadPool.SetMinThreads(ThreadPool.ThreadCount + (int)Math.Min(MostAtOnce, ThreadPool.PendingWorkItemCount), ports);
        }
    }
}
