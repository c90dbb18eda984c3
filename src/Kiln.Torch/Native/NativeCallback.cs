using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>A function that libtorch calls in the backward pass; KilnCallback in kiln_torch.h.</summary>
/// <remarks>An exception never passes through native code: it is kept, the pass is ended, and whoever asked for the pass gets it.</remarks>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeCallback
{
    private delegate* unmanaged<nint, nint*, int, nint*, int, nint> _call;
    private delegate* unmanaged<nint, void> _release;
    private nint _state;

    /// <summary>Makes a callback of a function from tensors to as many as are wanted; null stands for missing ones.</summary>
    internal static NativeCallback Of(Func<torch.Tensor?[], int, IReadOnlyList<torch.Tensor?>> function) => new()
    {
        _call = &Call,
        _release = &Release,
        _state = GCHandle.ToIntPtr(GCHandle.Alloc(function)),
    };

    /// <summary>Throws the exception of a callback, as it was thrown there, and frees the report.</summary>
    [DoesNotReturn]
    internal static void Rethrow(NativeError* error)
    {
        var handle = GCHandle.FromIntPtr(Unsafe.ReadUnaligned<nint>(error->Text));
        var failure = (ExceptionDispatchInfo)handle.Target!;
        handle.Free();
        Native.kiln_error_free(error);
        failure.Throw();
    }

    [UnmanagedCallersOnly]
    private static nint Call(nint state, nint* inputs, int inputCount, nint* outputs, int outputCount)
    {
        try
        {
            var function = (Func<torch.Tensor?[], int, IReadOnlyList<torch.Tensor?>>)GCHandle.FromIntPtr(state).Target!;
            var given = new torch.Tensor?[inputCount];
            for (var i = 0; i < inputCount; i++) given[i] = inputs[i] == 0 ? null : new torch.Tensor(inputs[i]);
            var results = function(given, outputCount);
            for (var i = 0; i < outputCount; i++) outputs[i] = Share(results[i]);
            return 0;
        }
        catch (Exception e)
        {
            return GCHandle.ToIntPtr(GCHandle.Alloc(ExceptionDispatchInfo.Capture(e)));
        }
    }

    [UnmanagedCallersOnly]
    private static void Release(nint state) => GCHandle.FromIntPtr(state).Free();

    private static nint Share(torch.Tensor? tensor)
    {
        if (tensor is null || tensor.IsInvalid) return 0;
        var handle = tensor.Handle;
        Native.kiln_tensor_retain(handle);
        return handle;
    }
}
