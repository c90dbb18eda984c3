using System.Globalization;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Numbers of any shape, taken out of a tensor or of arrays within arrays.</summary>
/// <param name="Shape">(N, *) sizes.</param>
/// <param name="Values">The numbers, row by row; null where they are bytes.</param>
/// <param name="Bytes">The bytes, row by row; null where they are numbers.</param>
internal sealed record NumberBlock(long[] Shape, float[]? Values, byte[]? Bytes)
{
    /// <exception cref="DataException">It is neither, its rows differ in length, or an element is no number.</exception>
    public static NumberBlock Of(string place, object source) => source switch
    {
        Tensor tensor => OfTensor(place, tensor),
        Array array => OfArray(place, array),
        _ => throw new DataException($"{place}: expected a tensor or an array of numbers, got {source.GetType().Name}. Use ToArray() on a list."),
    };

    private static NumberBlock OfTensor(string place, Tensor tensor)
    {
        using var scope = NewDisposeScope();
        if (tensor.ndim == 0) throw new DataException($"{place}: expected a tensor of shape (N, *), got a single number.");
        Tensor plain = tensor.detach().cpu().contiguous();
        return plain.dtype == ScalarType.Byte
            ? new NumberBlock([.. plain.shape], null, plain.data<byte>().ToArray())
            : new NumberBlock([.. plain.shape], plain.to(ScalarType.Float32).data<float>().ToArray(), null);
    }

    private static NumberBlock OfArray(string place, Array array)
    {
        long[] shape = ShapeOf(array);
        long count = shape.Aggregate(1L, (product, size) => product * size);
        if (LeafType(array) == typeof(byte))
        {
            var bytes = new byte[count];
            int filled = 0;
            Fill(place, array, shape, (value, _) => bytes[filled++] = (byte)value);
            return new NumberBlock(shape, null, bytes);
        }
        var values = new float[count];
        int next = 0;
        Fill(place, array, shape, (value, row) => values[next++] = Number(place, value, row));
        return new NumberBlock(shape, values, null);
    }

    private static float Number(string place, object? value, int row) => value switch
    {
        float number => number,
        double number => (float)number,
        null => float.NaN,
        IConvertible and not string and not char => Convert.ToSingle(value, CultureInfo.InvariantCulture),
        _ => throw new DataException($"{place}: row {row + 1} holds '{value}', expected a number. Turn words into numbers first, or give records, whose texts become categories."),
    };

    private static long[] ShapeOf(Array array)
    {
        var shape = new List<long>();
        for (object? level = array; level is Array inner; level = inner.Length > 0 ? First(inner) : null)
            for (int d = 0; d < inner.Rank; d++) shape.Add(inner.GetLength(d));
        return [.. shape];
    }

    private static object? First(Array array)
    {
        foreach (object? item in array) return item;
        return null;
    }

    private static Type LeafType(Array array)
    {
        Type type = array.GetType();
        while (type.IsArray) type = type.GetElementType()!;
        return type;
    }

    private static void Fill(string place, Array array, long[] shape, Action<object, int> put)
    {
        int row = 0;
        foreach (object? item in array)
        {
            // Elements of a block of several dimensions come one by one; a row of it is their number over its first size.
            int at = array.Rank == 1 ? row : (int)(row * shape[0] / Math.Max(1, array.Length));
            if (item is Array inner)
            {
                long[] got = ShapeOf(inner);
                if (!got.SequenceEqual(shape[array.Rank..]))
                    throw new DataException($"{place}: row {at + 1} has {ShapeText.Of(got)} values, expected {ShapeText.Of(shape[array.Rank..])} as in row 1. All rows need the same size.");
                Fill(place, inner, got, (value, _) => put(value, at));
            }
            else put(item!, at);
            row++;
        }
    }
}
