using System.Runtime.InteropServices;

namespace Kiln.Torch.Tests.Hostile;

/// <summary>A value of the shim's boundary, written here a second time so that nothing of the library stands before the shim.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct RawValue
{
    [FieldOffset(0)] public RawKind Kind;
    [FieldOffset(4)] public int Count;
    [FieldOffset(8)] public long Integer;
    [FieldOffset(8)] public double Real;
    [FieldOffset(8)] public nint Pointer;
}

internal enum RawKind
{
    None, Tensor, Int, Double, Bool, Ints, Doubles, Bools, Tensors, String, Device, Generator, Complex, Scalars, Default,
}

/// <summary>The shim's functions for calling operators.</summary>
internal static unsafe partial class RawShim
{
    private const string Library = "kiln_torch";

    [LibraryImport(Library)] internal static partial nint kiln_operator_find([MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string overload, out nint result);
    [LibraryImport(Library)] internal static partial nint kiln_operator_call(nint handle, RawValue* arguments, int count, RawValue* results, int capacity);
    [LibraryImport(Library)] internal static partial void kiln_error_free(nint error);
    [LibraryImport(Library)] internal static partial void kiln_memory_free(nint memory);
    [LibraryImport(Library)] internal static partial void kiln_tensor_free(nint handle);
    [LibraryImport("libc", SetLastError = true)] internal static partial int setrlimit(int resource, ulong* limits);

    /// <summary>Frees what a call returned.</summary>
    internal static void Free(in RawValue value)
    {
        if (value.Kind == RawKind.Tensor) kiln_tensor_free(value.Pointer);
        if (value.Kind == RawKind.Tensors)
            for (var i = 0; i < value.Count; i++) kiln_tensor_free(((nint*)value.Pointer)[i]);
        if (value.Kind is RawKind.Tensors or RawKind.Ints or RawKind.Complex or RawKind.String or RawKind.Doubles or RawKind.Bools) kiln_memory_free(value.Pointer);
    }
}
