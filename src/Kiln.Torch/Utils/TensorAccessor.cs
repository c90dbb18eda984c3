using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor, for reading and writing from .NET. It is a view: the tensor must stay alive.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <remarks>Source: TorchSharp, docs/articles/memory.md.</remarks>
/// <seealso href="https://github.com/dotnet/TorchSharp/blob/main/docs/articles/memory.md"/>
public sealed unsafe partial class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly torch.Tensor _tensor;
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly bool _contiguous;
    private readonly T* _first;

    internal TensorAccessor(torch.Tensor tensor)
    {
        var facts = tensor.Facts();
        _tensor = tensor;
        _shape = tensor.shape;
        _strides = tensor.stride();
        _contiguous = (facts.Flags & TensorFlags.IsContiguous) != 0;
        _first = (T*)facts.Data;
        Count = facts.Elements;
    }

    /// <summary>The number of elements.</summary>
    public long Count { get; }

    /// <summary>Whether the elements cannot be written: never.</summary>
    public bool IsReadOnly => false;

    /// <summary>One element, by an index for each dimension, or by its place in the order of the dimensions where one index is given.</summary>
    /// <param name="indices">The indices; negative ones count from the end of their dimension.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
    public T this[params long[] indices]
    {
        get
        {
            var value = First[Offset(indices)];
            GC.KeepAlive(_tensor);
            return value;
        }
        set
        {
            First[Offset(indices)] = value;
            GC.KeepAlive(_tensor);
        }
    }

    // Asking for the handle refuses tensors that were disposed.
    private T* First => _tensor.Handle == 0 ? null : _first;

    /// <summary>Copies the elements, in the order of the dimensions.</summary>
    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array);
        return array;
    }

    /// <summary>Copies the elements to an array of the tensor's rank and sizes; of one element for a tensor ().</summary>
    public Array ToNDArray()
    {
        if (_shape.Length <= 1) return ToArray();
        var array = Array.CreateInstance(typeof(T), _shape);
        CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), checked((int)Count)));
        return array;
    }

    /// <summary>Copies elements to an array.</summary>
    /// <param name="array">Where to.</param>
    /// <param name="arrayIndex">The place of the first in the array.</param>
    /// <param name="tensorIndex">The first to copy.</param>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies elements to a span.</summary>
    /// <inheritdoc cref="CopyTo(T[], int, long)"/>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var target = array[arrayIndex..];
        var count = Common(target.Length, tensorIndex);
        if (_contiguous) new ReadOnlySpan<T>(First + tensorIndex, count).CopyTo(target);
        else for (var i = 0; i < count; i++) target[i] = First[OffsetOfPosition(tensorIndex + i)];
        GC.KeepAlive(_tensor);
    }

    /// <summary>Copies elements from an array.</summary>
    /// <param name="array">Where from.</param>
    /// <param name="arrayIndex">The place of the first in the array.</param>
    /// <param name="tensorIndex">The first to write.</param>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies elements from a span.</summary>
    /// <inheritdoc cref="CopyFrom(T[], int, long)"/>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = array[arrayIndex..];
        var count = Common(source.Length, tensorIndex);
        if (_contiguous) source[..count].CopyTo(new Span<T>(First + tensorIndex, count));
        else for (var i = 0; i < count; i++) First[OffsetOfPosition(tensorIndex + i)] = source[i];
        GC.KeepAlive(_tensor);
    }

    /// <summary>Goes through the elements in the order of the dimensions.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        for (long i = 0; i < Count; i++) yield return AtPosition(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Does nothing: the tensor owns the memory.</summary>
    public void Dispose()
    {
    }
}
