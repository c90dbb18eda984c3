using System.Numerics;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>All the memory that the tensor shares with its views, as one array of elements.</summary>
        /// <typeparam name="T">The type of the elements; another one than the tensor's makes a converted copy.</typeparam>
        /// <exception cref="InvalidOperationException">The tensor is not in main memory, or is sparse.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/storage.html"/>
        public Storage<T> storage<T>() where T : unmanaged => new(to_type(ScalarTypeFacts.Of(typeof(T))));
    }

    /// <summary>The memory behind a tensor and its views, whatever the type of its elements.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/storage.html"/>
    public abstract class Storage
    {
        // Null where the storage stands for one value to be assigned to a stretch of another.
        private readonly Tensor? _tensor;

        private protected Storage(Tensor? tensor) => _tensor = tensor;

        internal Tensor Tensor => _tensor
            ?? throw new InvalidOperationException("storage: a single value has no memory. It can only be assigned to a stretch of a storage.");

        internal bool IsValue => _tensor is null;

        /// <summary>The elements converted to truth values, as a storage of their own.</summary>
        public Storage<bool> @bool() => Tensor.storage<bool>();

        /// <summary>The elements converted to bytes, as a storage of their own.</summary>
        public Storage<byte> @byte() => Tensor.storage<byte>();

        /// <summary>The elements converted to signed bytes, as a storage of their own.</summary>
        public Storage<sbyte> @char() => Tensor.storage<sbyte>();

        /// <summary>The elements converted to 32-bit integers, as a storage of their own.</summary>
        public Storage<int> @int() => Tensor.storage<int>();

        /// <summary>The elements converted to 64-bit integers, as a storage of their own.</summary>
        public Storage<long> @long() => Tensor.storage<long>();

        /// <summary>The elements converted to single precision, as a storage of their own.</summary>
        public Storage<float> @float() => Tensor.storage<float>();

        /// <summary>The elements converted to double precision, as a storage of their own.</summary>
        public Storage<double> @double() => Tensor.storage<double>();

        /// <summary>The elements converted to complex numbers, as a storage of their own.</summary>
        public Storage<(float, float)> complex_float() => Tensor.storage<(float, float)>();

        /// <summary>The elements converted to complex numbers, as a storage of their own.</summary>
        public Storage<Complex> complex_double() => Tensor.storage<Complex>();

        /// <summary>The size of one element in bytes.</summary>
        public abstract int element_size();

        /// <summary>The address of the first element.</summary>
        public abstract nint data_ptr();

        /// <summary>The size of all elements in bytes.</summary>
        public abstract ulong nbytes();
    }
}
