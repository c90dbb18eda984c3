namespace TorchSharp;

public static partial class torch
{
    /// <summary>libtorch's version: <c>1.13.0</c>.</summary>
    public static string __version__ => TorchEnvironment.LibtorchVersion;

    /// <summary>Sets how many threads one operation may use.</summary>
    /// <param name="num">The number; it starts at the number of processors, or at OMP_NUM_THREADS where that is set.</param>
    /// <remarks>The helper threads that operations of the calling thread had so far end, also where the number stays the same.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.set_num_threads.html"/>
    public static unsafe void set_num_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(num);
        Native.Check(Native.kiln_set_threads(num), "set_num_threads");
    }

    /// <summary>How many threads one operation may use.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.get_num_threads.html"/>
    public static int get_num_threads() => Native.kiln_get_threads();

    /// <summary>Sets how many operations may run at the same time; possible only once and before the first that does.</summary>
    /// <exception cref="TorchException">It is too late.</exception>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.set_num_interop_threads.html"/>
    public static unsafe void set_num_interop_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(num);
        Native.Check(Native.kiln_set_interop_threads(num), "set_num_interop_threads");
    }

    /// <summary>How many operations may run at the same time.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.get_num_interop_threads.html"/>
    public static int get_num_interop_threads() => Native.kiln_get_interop_threads();

    /// <summary>Makes operations that have only a non-deterministic algorithm fail.</summary>
    /// <param name="mode">Whether to.</param>
    /// <param name="warn_only">Warn instead of failing.</param>
    /// <returns>What restores the setting before when it is disposed.</returns>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.use_deterministic_algorithms.html"/>
    public static unsafe IDisposable use_deterministic_algorithms(bool mode = true, bool warn_only = false)
    {
        var before = Native.kiln_get_deterministic();
        Native.Check(Native.kiln_set_deterministic(mode ? 1 : 0, warn_only ? 1 : 0), "use_deterministic_algorithms");
        return new DeterministicMode(before);
    }

    private sealed unsafe class DeterministicMode(int before) : IDisposable
    {
        public void Dispose() => Native.Check(Native.kiln_set_deterministic(before, 0), "use_deterministic_algorithms");
    }

    /// <summary>CUDA's facts under PyTorch's module name: there is none in this build of libtorch.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/cuda.html"/>
    public static class cuda
    {
        /// <summary>Whether CUDA can be used: never here.</summary>
        public static bool is_available() => false;

        /// <summary>Whether cuDNN can be used: never here.</summary>
        public static bool is_cudnn_available() => false;

        /// <summary>The number of CUDA devices: 0.</summary>
        public static int device_count() => 0;

        /// <summary>Does nothing: there is no device to seed.</summary>
        public static void manual_seed(long seed)
        {
        }

        /// <summary>Does nothing: there is no device to seed.</summary>
        public static void manual_seed_all(long seed)
        {
        }

        /// <summary>Does nothing: there is no device to wait for.</summary>
        public static void synchronize(Device? device = null)
        {
        }
    }
}
