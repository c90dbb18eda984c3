using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

[assembly: DisableRuntimeMarshalling]

namespace TorchSharp;

/// <summary>The functions of kiln_torch.h. Those that can fail return an error text, or 0.</summary>
internal static unsafe partial class Native
{
    internal const string Library = "kiln_torch";

    [LibraryImport(Library)] internal static partial void kiln_error_free(NativeError* error);
    [LibraryImport(Library)] internal static partial void kiln_memory_free(nint memory);

    [LibraryImport(Library)] internal static partial NativeError* kiln_operator_find(byte* name, byte* overload, nint* result);
    [LibraryImport(Library)]
    internal static partial NativeError* kiln_operator_call(nint handle, Value* arguments, int argumentCount, Value* results, int capacity);

    [LibraryImport(Library)] internal static partial void kiln_tensor_free(nint handle);
    [LibraryImport(Library)] internal static partial void kiln_tensors_free(nint* handles, int count);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long kiln_tensor_elements(nint handle);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long kiln_allocated_bytes();
    [LibraryImport(Library), SuppressGCTransition] internal static partial int kiln_tensor_scalar_type(nint handle);
    [LibraryImport(Library)] internal static partial NativeError* kiln_tensor_facts(nint handle, TensorFacts* facts);
    [LibraryImport(Library)]
    internal static partial NativeError* kiln_tensor_new(long* sizes, int dimensions, int scalarType, void* data, long bytes, nint* result);
    [LibraryImport(Library)] internal static partial NativeError* kiln_tensor_storage(nint handle, void** data, long* bytes);
    [LibraryImport(Library)] internal static partial NativeError* kiln_tensor_item(nint handle, Value* result);

    [LibraryImport(Library)] internal static partial NativeError* kiln_set_requires_grad(nint handle, int on);
    [LibraryImport(Library)] internal static partial NativeError* kiln_get_grad(nint handle, nint* result);
    [LibraryImport(Library)] internal static partial NativeError* kiln_set_grad(nint handle, nint grad);
    [LibraryImport(Library)] internal static partial NativeError* kiln_get_grads(nint* handles, int count, nint* results);
    [LibraryImport(Library)] internal static partial NativeError* kiln_clear_grads(nint* handles, int count);
    [LibraryImport(Library)] internal static partial NativeError* kiln_retain_grad(nint handle);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int kiln_get_grad_mode();
    [LibraryImport(Library), SuppressGCTransition] internal static partial void kiln_set_grad_mode(int on);
    [LibraryImport(Library)] internal static partial NativeError* kiln_inference_enter(int on, nint* guard);
    [LibraryImport(Library)] internal static partial void kiln_inference_leave(nint guard);
    [LibraryImport(Library)]
    internal static partial NativeError* kiln_backward(
        nint* tensors, int tensorCount, nint* grads, int gradCount, int retainGraph, int createGraph, nint* inputs, int inputCount);
    [LibraryImport(Library)]
    internal static partial NativeError* kiln_grad(
        nint* outputs, int outputCount, nint* inputs, int inputCount, nint* grads, int gradCount,
        int retainGraph, int createGraph, int allowUnused, nint* results);

    [LibraryImport(Library)] internal static partial NativeError* kiln_sgd_step(SgdStep* step, nint** lists, int count, int* done);
    [LibraryImport(Library)] internal static partial NativeError* kiln_adam_step(AdamStep* step, nint** lists, int count, int* done);
    [LibraryImport(Library)] internal static partial NativeError* kiln_rmsprop_step(RmsPropStep* step, nint** lists, int count, int* done);

    [LibraryImport(Library)] internal static partial void kiln_tensor_retain(nint handle);
    [LibraryImport(Library)] internal static partial NativeError* kiln_hook_add(nint handle, NativeCallback callback, int* position);
    [LibraryImport(Library)] internal static partial NativeError* kiln_hook_remove(nint handle, int position);
    [LibraryImport(Library)] internal static partial NativeError* kiln_function_record(NativeFunction* function, nint* results);
    [LibraryImport(Library)] internal static partial int kiln_set_anomaly_mode(int on, int checkNan);

    [LibraryImport(Library)] internal static partial NativeError* kiln_generator_new(ulong seed, nint* result);
    [LibraryImport(Library)] internal static partial NativeError* kiln_generator_default(nint* result);
    [LibraryImport(Library)] internal static partial void kiln_generator_free(nint handle);
    [LibraryImport(Library)] internal static partial NativeError* kiln_generator_set_seed(nint handle, ulong seed);
    [LibraryImport(Library)] internal static partial NativeError* kiln_generator_new_seed(nint handle, ulong* result);
    [LibraryImport(Library)] internal static partial NativeError* kiln_generator_get_seed(nint handle, ulong* result);
    [LibraryImport(Library)] internal static partial NativeError* kiln_generator_get_state(nint handle, nint* result);
    [LibraryImport(Library)] internal static partial NativeError* kiln_generator_set_state(nint handle, nint state);

    [LibraryImport(Library)] internal static partial NativeError* kiln_set_threads(int count);
    [LibraryImport(Library)] internal static partial int kiln_get_threads();
    [LibraryImport(Library)] internal static partial NativeError* kiln_use_one_thread();
    [LibraryImport(Library)] internal static partial NativeError* kiln_set_interop_threads(int count);
    [LibraryImport(Library)] internal static partial int kiln_get_interop_threads();
    [LibraryImport(Library)] internal static partial int kiln_get_deterministic();
    [LibraryImport(Library)] internal static partial NativeError* kiln_set_deterministic(int on, int warnOnly);
    [LibraryImport(Library)] internal static partial NativeError* kiln_build_text(nint* result);

    /// <summary>Calls an operator; a failure names it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Call(nint handle, string operation, Value* arguments, int argumentCount, Value* results, int capacity)
    {
        var error = kiln_operator_call(handle, arguments, argumentCount, results, capacity);
        if (error != null) TorchException.Throw(operation, error);
    }

    /// <summary>Throws if a function reported an error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Check(NativeError* error, string operation)
    {
        if (error != null) TorchException.Throw(operation, error);
    }

    /// <summary>Finds an operator and remembers it in the slot. Two threads may both find it: they find the same.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static nint Find(ref nint slot, string name, string overload)
    {
        nint handle;
        fixed (byte* nameBytes = Encoding.UTF8.GetBytes("aten::" + name + "\0"))
        fixed (byte* overloadBytes = Encoding.UTF8.GetBytes(overload + "\0"))
            Check(kiln_operator_find(nameBytes, overloadBytes, &handle), name);
        return slot = handle;
    }
}
