using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The memory behind a tensor and its views as an array of elements; writing changes all of them.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <remarks>It is a view: it keeps the tensor object alive, but not a tensor that is disposed.</remarks>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/storage.html"/>
    public sealed unsafe class Storage<T> : Storage, IDisposable, IEnumerable<T> where T : unmanaged
    {
        private readonly int _start;
        private readonly T _value;

        internal Storage(Tensor tensor) : base(tensor)
        {
            if (tensor.device_type != DeviceType.CPU || tensor.is_sparse)
                throw new InvalidOperationException("storage: expected a dense tensor in main memory. Call cpu() or to_dense() before it.");
            void* data;
            long bytes;
            Native.Check(Native.kiln_tensor_storage(tensor.Handle, &data, &bytes), "storage");
            Count = checked((int)(bytes / sizeof(T)));
        }

        private Storage(Tensor tensor, int start, int count) : base(tensor) => (_start, Count) = (start, count);

        private Storage(T value) : base(null) => _value = value;

        /// <summary>The number of elements.</summary>
        public int Count { get; }

        /// <summary>Whether the elements cannot be written: never.</summary>
        public bool IsReadOnly => false;

        /// <summary>The device that holds the elements.</summary>
        public Device device => Tensor.device;

        /// <summary>One element.</summary>
        /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
        public T this[int index]
        {
            get => Elements[index];
            set => Elements[index] = value;
        }

        /// <summary>A stretch, from start up to but without end; null leaves an end open. A value or as many values can be assigned.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such stretch.</exception>
        /// <exception cref="ArgumentException">Another number of elements is assigned.</exception>
        public Storage<T> this[(int? start, int? end) range]
        {
            get => Stretch(range.start ?? 0, range.end ?? Count);
            set => Stretch(range.start ?? 0, range.end ?? Count).Assign(value);
        }

        /// <summary>A stretch; a value or as many values can be assigned.</summary>
        /// <inheritdoc cref="this[ValueTuple{int?, int?}]"/>
        public Storage<T> this[Range range]
        {
            get => this[(range.Start.GetOffset(Count), range.End.GetOffset(Count))];
            set => this[(range.Start.GetOffset(Count), range.End.GetOffset(Count))] = value;
        }

        private Span<T> Elements => new((T*)data_ptr(), Count);

        /// <summary>Stands for a value that is assigned to every element of a stretch.</summary>
        public static implicit operator Storage<T>(T value) => new(value);

        /// <inheritdoc/>
        public override int element_size() => sizeof(T);

        /// <inheritdoc/>
        public override nint data_ptr()
        {
            void* data;
            long bytes;
            Native.Check(Native.kiln_tensor_storage(Tensor.Handle, &data, &bytes), "storage");
            GC.KeepAlive(Tensor);
            return (nint)((T*)data + _start);
        }

        /// <inheritdoc/>
        public override ulong nbytes() => (ulong)Count * (ulong)sizeof(T);

        /// <summary>The elements in main memory: this storage.</summary>
        public Storage<T> cpu() => this;

        /// <summary>The elements on a CUDA device, of which this build of libtorch has none.</summary>
        /// <exception cref="InvalidOperationException">Always.</exception>
        public Storage<T> cuda(Device? device = null) => Tensor.cuda(device).storage<T>();

        /// <summary>Copies the elements.</summary>
        public T[] ToArray() => Elements.ToArray();

        /// <summary>Copies the elements.</summary>
        public IList<T> tolist() => ToArray();

        /// <summary>Replaces the first elements by those of an array.</summary>
        public void copy_(IList<T> array) => CopyFrom(array, 0);

        /// <summary>Replaces every element by one value.</summary>
        public void fill_(T value) => Elements.Fill(value);

        /// <summary>Whether an element equals a value.</summary>
        public bool Contains(T item) => Array.IndexOf(ToArray(), item) >= 0;

        /// <summary>Copies as many elements as fit into an array, from a place of the array on.</summary>
        public void CopyTo(IList<T> array, int arrayIndex)
        {
            var elements = Elements;
            for (var i = 0; i < elements.Length && i < array.Count - arrayIndex; i++) array[i + arrayIndex] = elements[i];
        }

        /// <summary>Replaces elements by those of an array from a place of the array on, as many as there are.</summary>
        public void CopyFrom(IList<T> array, int arrayIndex)
        {
            var elements = Elements;
            for (var i = 0; i < elements.Length && i < array.Count - arrayIndex; i++) elements[i] = array[i + arrayIndex];
        }

        /// <summary>Goes through a copy of the elements.</summary>
        public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <summary>Does nothing: the tensor owns the memory.</summary>
        public void Dispose()
        {
        }

        private Storage<T> Stretch(int start, int end)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(start);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Count);
            ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
            return new(Tensor, _start + start, end - start);
        }

        private void Assign(Storage<T> value)
        {
            if (value.IsValue) fill_(value._value);
            else if (value.Count == Count) value.Elements.CopyTo(Elements);
            else throw new ArgumentException($"storage: expected {Count} elements for the stretch, got {value.Count}.");
        }
    }
}
