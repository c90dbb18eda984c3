using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kiln.Kernel;

/// <summary>Turns a stack that fills up into an exception: the runtime itself would end the process.</summary>
/// <remarks>
/// Compares addresses, which is cheaper than <c>TryEnsureSufficientExecutionStack</c> and, other than that, lets threads with a
/// small stack use most of it.
/// </remarks>
internal static partial class StackGuard
{
    // What throwing, catching and compiling another method take.
    private const nuint Reserve = 128 << 10;

    // An async function throws again what the one it awaits has thrown, with a copy of the trace so far: time grows with the square.
    private const nuint DeepestAsync = 1 << 20;

    // More than any stack: an address outside [limit, limit + span) has passed the limit, or its thread has none yet.
    private const nuint Span = 1 << 30;

    [ThreadStatic]
    private static nuint _limit;

    [ThreadStatic]
    private static nuint _asyncLimit;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe void Check()
    {
        byte here;
        if ((nuint)(&here) - _limit >= Span) Check((nuint)(&here), ref _limit, nuint.MaxValue);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static unsafe void CheckAsync()
    {
        byte here;
        if ((nuint)(&here) - _asyncLimit >= Span) Check((nuint)(&here), ref _asyncLimit, DeepestAsync);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Check(nuint here, ref nuint limit, nuint deepest)
    {
        if (limit == 0) limit = LimitOfThread(deepest);
        var full = limit == 0 ? !RuntimeHelpers.TryEnsureSufficientExecutionStack() : here < limit;
        if (full) throw new StackOverflowException("Functions called one another until the stack was full.");
    }

    /// <summary>The lowest address that functions of cells may reach on the calling thread; 0 where the platform does not tell.</summary>
    private static unsafe nuint LimitOfThread(nuint deepest)
    {
        if (!OperatingSystem.IsLinux()) return 0;
        var attributes = stackalloc ulong[16];
        if (AttributesOf(CurrentThread(), attributes) != 0) return 0;
        var known = StackOf(attributes, out var lowest, out var size) == 0;
        _ = Destroy(attributes);
        return known ? lowest + Math.Max(Math.Min(Reserve, size / 2), size - Math.Min(size, deepest)) : 0;
    }

    [LibraryImport("libc", EntryPoint = "pthread_self")]
    private static partial nint CurrentThread();

    [LibraryImport("libc", EntryPoint = "pthread_getattr_np")]
    private static unsafe partial int AttributesOf(nint thread, ulong* attributes);

    [LibraryImport("libc", EntryPoint = "pthread_attr_getstack")]
    private static unsafe partial int StackOf(ulong* attributes, out nuint lowest, out nuint size);

    [LibraryImport("libc", EntryPoint = "pthread_attr_destroy")]
    private static unsafe partial int Destroy(ulong* attributes);
}
