namespace TorchSharp;

public static partial class torch
{
    /// <summary>Stops recording for backward passes on this thread until the result is disposed.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.no_grad.html"/>
    public static IDisposable no_grad() => new GradMode(false);

    /// <summary>Records for backward passes on this thread until the result is disposed.</summary>
    /// <param name="enabled">Whether to record.</param>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.enable_grad.html"/>
    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    /// <summary>Chooses whether this thread records for backward passes.</summary>
    /// <param name="mode">Whether to record.</param>
    /// <returns>What restores the mode before when it is disposed; it may be ignored.</returns>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.set_grad_enabled.html"/>
    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    /// <summary>Whether this thread records for backward passes.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.is_grad_enabled.html"/>
    public static bool is_grad_enabled() => Native.kiln_get_grad_mode() != 0;

    /// <summary>Stops recording and all bookkeeping for it until the result is disposed; what is made then can never be differentiated.</summary>
    /// <param name="mode">False leaves inference mode for a while.</param>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.inference_mode.html"/>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    private static void RequireThread(int thread, string operation)
    {
        if (Environment.CurrentManagedThreadId != thread)
            throw new InvalidOperationException(
                $"{operation}: the mode was set on thread {thread} and cannot be restored on thread {Environment.CurrentManagedThreadId}. Modes belong to one thread and do not survive an await: restore the mode before it and set it anew after it.");
    }

    private sealed class GradMode : IDisposable
    {
        private readonly int _before = Native.kiln_get_grad_mode();
        private readonly int _thread = Environment.CurrentManagedThreadId;
        private bool _disposed;

        public GradMode(bool enabled) => Native.kiln_set_grad_mode(enabled ? 1 : 0);

        public void Dispose()
        {
            if (_disposed) return;
            RequireThread(_thread, "no_grad, enable_grad");
            _disposed = true;
            Native.kiln_set_grad_mode(_before);
        }
    }

    private sealed unsafe class InferenceMode : IDisposable
    {
        private readonly int _thread = Environment.CurrentManagedThreadId;
        private nint _guard;

        public InferenceMode(bool mode)
        {
            nint guard;
            Native.Check(Native.kiln_inference_enter(mode ? 1 : 0, &guard), "inference_mode");
            _guard = guard;
        }

        public void Dispose()
        {
            if (_guard == 0) return;
            RequireThread(_thread, "inference_mode");
            Native.kiln_inference_leave(_guard);
            _guard = 0;
        }
    }
}
