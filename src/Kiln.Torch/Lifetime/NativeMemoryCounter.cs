namespace TorchSharp;

/// <summary>Watches the memory of tensors while some wait for the garbage collector, and asks it when it has become much.</summary>
/// <remarks>The collector sees a few dozen bytes where a tensor holds megabytes, its own and those of its history.
/// GC.AddMemoryPressure was measured to cause thousands of full collections in a training; this asks for the youngest
/// generation and only then for all.</remarks>
internal static class NativeMemoryCounter
{
    private const long Step = 256L << 20;

    // The head of a tensor and its part of the history: measured, 5 kB a tensor where each is the result of a network.
    private const long HeadBytes = 8 << 10;

    private static long s_tensors;
    private static long s_limit = Step;

    private static long Bytes => Native.kiln_allocated_bytes() + Volatile.Read(ref s_tensors) * HeadBytes;

    /// <summary>A tensor now waits for the collector.</summary>
    internal static void Add()
    {
        Interlocked.Increment(ref s_tensors);
        if (Bytes > Volatile.Read(ref s_limit)) Collect();
    }

    /// <summary>A tensor was freed or found an owner.</summary>
    internal static void Remove() => Interlocked.Decrement(ref s_tensors);

    private static void Collect()
    {
        GC.Collect(0);
        GC.WaitForPendingFinalizers();
        if (Bytes > Volatile.Read(ref s_limit) / 2)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        // What is left is in use. The next question comes when as much again has been allocated.
        var left = Bytes;
        Volatile.Write(ref s_limit, left + Math.Max(Step, left / 2));
    }
}
