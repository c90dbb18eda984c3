using System.Collections;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor, for reading and writing from .NET. It is a view: the tensor must stay alive.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly torch.Tensor _tensor;
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly bool _contiguous;

    internal TensorAccessor(torch.Tensor tensor)
    {
        _tensor = tensor;
        _shape = tensor.shape;
        _strides = tensor.stride();
        _contiguous = tensor.is_contiguous();
        Count = tensor.numel();
    }

    /// <summary>The number of elements.</summary>
    public long Count { get; }

    /// <summary>Whether the elements cannot be written: never.</summary>
    public bool IsReadOnly => false;

    /// <summary>One element, by an index for each dimension.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public T this[params long[] indices]
    {
        get => First[Offset(indices)];
        set => First[Offset(indices)] = value;
    }

    private T* First => (T*)_tensor.Facts().Data;

    /// <summary>Copies the elements, in the order of the dimensions.</summary>
    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array);
        return array;
    }

    /// <summary>Copies the elements to an array of the tensor's rank and sizes.</summary>
    public Array ToNDArray()
    {
        if (_shape.Length == 0) return ToArray();
        var array = Array.CreateInstance(typeof(T), _shape);
        var indices = new long[_shape.Length];
        foreach (var value in this)
        {
            array.SetValue(value, indices);
            for (var d = indices.Length - 1; d >= 0 && ++indices[d] == _shape[d]; d--) indices[d] = 0;
        }
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
        var count = (int)Math.Min(target.Length, Count - tensorIndex);
        if (_contiguous) new ReadOnlySpan<T>(First + tensorIndex, count).CopyTo(target);
        else for (var i = 0; i < count; i++) target[i] = AtPosition(tensorIndex + i);
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
        var count = (int)Math.Min(source.Length, Count - tensorIndex);
        for (var i = 0; i < count; i++) First[OffsetOfPosition(tensorIndex + i)] = source[i];
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

    internal T AtPosition(long position)
    {
        if (position < 0 || position >= Count) throw new IndexOutOfRangeException($"The tensor has {Count} elements, there is no element {position}.");
        var value = First[OffsetOfPosition(position)];
        GC.KeepAlive(_tensor);
        return value;
    }

    private long OffsetOfPosition(long position)
    {
        if (_contiguous) return position;
        long offset = 0;
        for (var d = _shape.Length - 1; d >= 0; d--)
        {
            offset += position % _shape[d] * _strides[d];
            position /= _shape[d];
        }
        return offset;
    }

    private long Offset(long[] indices)
    {
        if (indices.Length != _shape.Length)
            throw new IndexOutOfRangeException($"The tensor has {_shape.Length} dimensions: expected as many indices, got {indices.Length}.");
        long offset = 0;
        for (var d = 0; d < indices.Length; d++)
        {
            var index = indices[d] < 0 ? indices[d] + _shape[d] : indices[d];
            if (index < 0 || index >= _shape[d])
                throw new IndexOutOfRangeException($"Dimension {d} has the size {_shape[d]}: there is no index {indices[d]}.");
            offset += index * _strides[d];
        }
        return offset;
    }
}
