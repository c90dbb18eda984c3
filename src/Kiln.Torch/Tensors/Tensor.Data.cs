using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements as raw memory, in the order they lie; writing changes the tensor.</summary>
        /// <exception cref="InvalidOperationException">The elements are not contiguous or not in main memory.</exception>
        public unsafe Span<byte> bytes
        {
            get
            {
                var facts = Facts();
                if ((facts.Flags & (TensorFlags.IsContiguous | TensorFlags.IsUnresolved)) != TensorFlags.IsContiguous || facts.DeviceType != (int)DeviceType.CPU || HasNoMemory(facts))
                    throw new InvalidOperationException("bytes: expected a contiguous tensor in main memory. Call cpu().contiguous(), or clone() after conj(), before it.");
                return new Span<byte>((void*)facts.Data, checked((int)(facts.Elements * ((ScalarType)facts.ScalarType).Bytes())));
            }
            set => value.CopyTo(bytes);
        }

        /// <summary>The only element as a .NET number.</summary>
        /// <typeparam name="T">The type of the elements.</typeparam>
        /// <exception cref="InvalidOperationException">There is more than one element.</exception>
        /// <exception cref="ArgumentException">The elements have another type.</exception>
        public T item<T>() where T : unmanaged
        {
            if (numel() != 1) throw new InvalidOperationException($"item: expected a tensor of one element, got {numel()} elements. Reduce it first, for example with sum() or mean().");
            RequireType<T>("item");
            if (typeof(T) == typeof(float)) return Reinterpret<float, T>((float)ReadNumber().AsDouble);
            if (typeof(T) == typeof(double)) return Reinterpret<double, T>(ReadNumber().AsDouble);
            if (typeof(T) == typeof(long)) return Reinterpret<long, T>(ReadNumber().AsInt64);
            return ReadItem<T>();
        }

        /// <summary>The elements for reading and writing from .NET, in the order of the dimensions.</summary>
        /// <typeparam name="T">The type of the elements.</typeparam>
        /// <exception cref="ArgumentException">The elements have another type.</exception>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            RequireType<T>("data");
            if (device_type != DeviceType.CPU) throw new InvalidOperationException("data: expected a tensor in main memory. Call cpu() before it.");
            if (is_sparse) throw new InvalidOperationException("data: expected a dense tensor, got a sparse one. Call to_dense() before it.");
            if (Has(TensorFlags.IsUnresolved)) throw new InvalidOperationException("data: the memory holds the conjugate or the negative of the elements. Call clone() before it.");
            return new TensorAccessor<T>(HasNoMemory(Facts()) ? clone() : this);
        }

        /// <summary>The only element, whatever its type.</summary>
        /// <exception cref="TorchException">There is more than one element.</exception>
        public Scalar ToScalar() => new(ReadNumber());

        /// <summary>The elements as nested lists, one level for each dimension.</summary>
        /// <returns>An <see cref="ArrayList"/> of lists and at last of scalars, or the only element of a tensor () as a scalar.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.tolist.html"/>
        public object tolist()
        {
            if (ndim == 0) return ToScalar();
            var items = new ArrayList();
            foreach (var row in unbind())
            {
                items.Add(row.tolist());
                row.Dispose();
            }
            return items;
        }

        /// <summary>The element at a place of the memory in order.</summary>
        public float ReadCpuSingle(long i) => data<float>().AtPosition(i);

        /// <summary>The element at a place of the memory in order.</summary>
        public double ReadCpuDouble(long i) => data<double>().AtPosition(i);

        /// <summary>The element at a place of the memory in order.</summary>
        public int ReadCpuInt32(long i) => data<int>().AtPosition(i);

        /// <summary>The element at a place of the memory in order.</summary>
        public long ReadCpuInt64(long i) => data<long>().AtPosition(i);

        /// <summary>The element at a place of the memory in order.</summary>
        public byte ReadCpuByte(long i) => data<byte>().AtPosition(i);

        /// <summary>The element at a place of the memory in order.</summary>
        public bool ReadCpuBool(long i) => data<bool>().AtPosition(i);

        /// <summary>The elements without gaps in main memory and without history: a part of this tensor or a copy.</summary>
        internal Tensor InPlainMemory()
        {
            using var scope = NewDisposeScope();
            using var noGrad = no_grad();
            var plain = detach();
            var facts = plain.Facts();
            if ((facts.Flags & TensorFlags.IsUnresolved) != 0 || HasNoMemory(facts)) plain = plain.clone();
            return plain.cpu().contiguous().MoveToOuterDisposeScope();
        }

        // Gradients that are known to be zero are made without memory.
        private static bool HasNoMemory(in TensorFacts facts) => facts.Data == 0 && facts.Elements > 0 && facts.DeviceType == (int)DeviceType.CPU;

        private T ReadItem<T>() where T : unmanaged
        {
            using var scope = NewDisposeScope();
            return MemoryMarshal.Read<T>(InPlainMemory().bytes);
        }

        private static TTo Reinterpret<TFrom, TTo>(TFrom value) where TFrom : unmanaged where TTo : unmanaged => Unsafe.BitCast<TFrom, TTo>(value);

        private unsafe Number ReadNumber()
        {
            Value value;
            Native.Check(Native.kiln_tensor_item(Handle, &value), "item");
            GC.KeepAlive(this);
            return Number.Take(value);
        }

        private void RequireType<T>(string operation)
        {
            var wanted = ScalarTypeFacts.Of(typeof(T));
            if (dtype != wanted)
                throw new ArgumentException($"{operation}<{typeof(T).Name}>: the tensor's elements are {dtype}, not {wanted}. Convert it with to_type(ScalarType.{wanted}) before.");
        }
    }
}
