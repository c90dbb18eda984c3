namespace Kiln.Weights;

/// <summary>The arguments of a call in a pickle; one that is not what the function takes is an error that names the function.</summary>
internal sealed class PickleArguments(InputFile file, string function, object?[] values)
{
    // More dimensions than libtorch's operators take.
    private const int MostDimensions = 64;

    public int Count => values.Length;

    public object? this[int i] => i < values.Length ? values[i] : throw Wrong("too few arguments");

    public T At<T>(int i) => this[i] is T value ? value : throw Wrong($"argument {i + 1} of another kind");

    /// <summary>A count of elements.</summary>
    public long CountAt(int i) => At<long>(i) is var count && count >= 0 ? count : throw Wrong($"the negative argument {count}");

    /// <summary>Sizes or strides.</summary>
    public long[] CountsAt(int i)
    {
        if (this[i] is long[] counts) return counts;
        var items = At<object?[]>(i);
        if (items.Length > MostDimensions) throw Wrong($"more than {MostDimensions} dimensions");
        return Array.ConvertAll(items, item => item is long count and >= 0 ? count : throw Wrong("a size or stride that is not a count"));
    }

    /// <summary>The view of a storage that the first four arguments describe.</summary>
    public TensorRecord Tensor()
    {
        var record = new TensorRecord(At<StorageRecord>(0), CountAt(1), CountsAt(2), CountsAt(3));
        if (record.Shape.Length != record.Strides.Length)
            throw Wrong($"{record.Shape.Length} sizes and {record.Strides.Length} strides");
        if (Words.SizeInBytes(record.Shape, record.Storage.Type.ElementSize) is null || !Fits(record))
            throw Wrong($"a tensor of shape {Words.Shape(record.Shape)}, strides {Words.Shape(record.Strides)} and offset {record.Offset} in a storage of {record.Storage.Elements} elements");
        return record;
    }

    public WeightsFileException Wrong(string problem) => PickleFile.Damaged(file, $"{function} got {problem}");

    // The last element is the one with the largest index in every dimension.
    private static bool Fits(TensorRecord record)
    {
        long last = record.Offset;
        if (record.Shape.Contains(0)) return last <= record.Storage.Elements;
        for (int i = 0; i < record.Shape.Length; i++)
        {
            long steps = record.Shape[i] - 1;
            if (steps > 0 && record.Strides[i] > (long.MaxValue - last) / steps) return false;
            last += steps * record.Strides[i];
        }
        return last < record.Storage.Elements;
    }
}
