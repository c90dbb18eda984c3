using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>The functions of kiln_jit.h.</summary>
internal static unsafe partial class Native
{
    /// <summary>KilnJitMembers in kiln_jit.h.</summary>
    internal enum JitMembers
    {
        Parameters,
        Buffers,
        Children,
    }

    [LibraryImport(Library)] internal static partial NativeError* kiln_jit_load(byte* path, int length, int deviceType, int deviceIndex, nint* result);
    [LibraryImport(Library)] internal static partial NativeError* kiln_jit_save(nint module, byte* path, int length);
    [LibraryImport(Library)] internal static partial NativeError* kiln_jit_save_tensor(nint tensor, byte* path, int length);
    [LibraryImport(Library)] internal static partial void kiln_jit_module_free(nint module);
    [LibraryImport(Library)] internal static partial NativeError* kiln_jit_members(nint module, JitMembers kind, Value* result);
    [LibraryImport(Library)] internal static partial NativeError* kiln_jit_set_training(nint module, int on);
    [LibraryImport(Library)] internal static partial int kiln_jit_is_training(nint module);
    [LibraryImport(Library)] internal static partial NativeError* kiln_jit_signature(nint module, int* inputs, int* outputs);
    [LibraryImport(Library)]
    internal static partial NativeError* kiln_jit_invoke(nint module, byte* name, int length, Value* arguments, int argumentCount, Value* result);
    [LibraryImport(Library)] internal static partial NativeError* kiln_jit_compile(byte* source, int length, nint* result);
    [LibraryImport(Library)] internal static partial void kiln_jit_unit_free(nint unit);
    [LibraryImport(Library)]
    internal static partial NativeError* kiln_jit_unit_invoke(nint unit, byte* name, int length, Value* arguments, int argumentCount, Value* result);
}
