namespace TorchSharp;

/// <summary>Counts the bytes of tensors that wait for the garbage collector, and asks it when they become many.</summary>
/// <remarks>The collector sees a few dozen bytes where a tensor holds megabytes. GC.AddMemoryPressure was measured to cause
/// thousands of full collections in a training; this asks for the youngest generation and only then for all.</remarks>
internal static class NativeMemoryCounter
{
    private const long Step = 256L << 20;
    private static long s_bytes;
    private static long s_limit = Step;

    internal static void Add(long bytes)
    {
        if (bytes > 0 && Interlocked.Add(ref s_bytes, bytes) > Volatile.Read(ref s_limit)) Collect();
    }

    internal static void Remove(long bytes) => Interlocked.Add(ref s_bytes, -bytes);

    private static void Collect()
    {
        GC.Collect(0);
        GC.WaitForPendingFinalizers();
        if (Volatile.Read(ref s_bytes) > Volatile.Read(ref s_limit) / 2)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        // What is left is in use. The next question comes when as much again has been allocated.
        Volatile.Write(ref s_limit, Volatile.Read(ref s_bytes) + Math.Max(Step, Volatile.Read(ref s_bytes) / 2));
    }
}
