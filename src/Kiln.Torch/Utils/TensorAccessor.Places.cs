namespace TorchSharp.Utils;

public sealed unsafe partial class TensorAccessor<T>
{
    /// <summary>Whether both show the same elements in the same order.</summary>
    public static bool operator ==(TensorAccessor<T>? left, TensorAccessor<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they show different elements.</summary>
    public static bool operator !=(TensorAccessor<T>? left, TensorAccessor<T>? right) => !(left == right);

    /// <summary>Whether the other object is an accessor to the same elements in the same order.</summary>
    public override bool Equals(object? obj) =>
        obj is TensorAccessor<T> other && (ReferenceEquals(this, other) || (Count == other.Count && this.SequenceEqual(other)));

    /// <summary>A hash of the number of elements and the first of them.</summary>
    public override int GetHashCode() => Count == 0 ? 0 : HashCode.Combine(Count, AtPosition(0));

    internal T AtPosition(long position)
    {
        var value = First[OffsetOfPosition(Checked(position))];
        GC.KeepAlive(_tensor);
        return value;
    }

    private int Common(int length, long tensorIndex)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tensorIndex);
        return (int)Math.Max(0, Math.Min(length, Count - tensorIndex));
    }

    private long Checked(long position) => position >= 0 && position < Count
        ? position
        : throw new IndexOutOfRangeException($"The tensor has {Count} elements, there is no element {position}.");

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
        if (indices.Length == 1 && _shape.Length != 1) return OffsetOfPosition(Checked(indices[0]));
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
