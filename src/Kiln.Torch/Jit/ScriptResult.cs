using System.Text;

namespace TorchSharp;

/// <summary>What TorchScript returned, as .NET values in TorchSharp's shapes: tensors, scalars, tuples and arrays of either, or <c>object[]</c> where they are mixed.</summary>
internal static unsafe class ScriptResult
{
    /// <summary>Takes a tree over from the shim and frees its memory.</summary>
    internal static object? Take(in Value value) => value.Tag switch
    {
        ValueTag.None => null,
        ValueTag.Tensor => new torch.Tensor(value.Pointer),
        ValueTag.String => TakeText(value),
        ValueTag.Complex or ValueTag.Int or ValueTag.Double or ValueTag.Bool => new Scalar(Number.Take(value)),
        _ when value.Tag == ScriptTags.Tuple => Tuple(TakeItems(value)),
        _ when value.Tag == ScriptTags.List => Array(TakeItems(value)),
        _ => TakeDictionary(value),
    };

    /// <summary>A result as the type the caller asked for.</summary>
    /// <exception cref="InvalidCastException">It is of another type.</exception>
    internal static TResult As<TResult>(string operation, object? result)
    {
        if (result is TResult fits) return fits;
        if (result is null && default(TResult) is null) return default!;
        if (result is Scalar scalar && Plain(scalar, typeof(TResult)) is TResult number) return number;
        throw new InvalidCastException($"{operation}: expected {typeof(TResult).Name}, but the program returned {Describe(result)}. Ask for that type, or use the form without a type.");
    }

    internal static string TakeText(in Value value)
    {
        var text = Encoding.UTF8.GetString((byte*)value.Pointer, value.Count);
        Native.kiln_memory_free(value.Pointer);
        return text;
    }

    internal static Value[] TakeValues(in Value value)
    {
        var values = new ReadOnlySpan<Value>((void*)value.Pointer, value.Count).ToArray();
        Native.kiln_memory_free(value.Pointer);
        return values;
    }

    private static object?[] TakeItems(in Value value) => System.Array.ConvertAll(TakeValues(value), item => Take(item));

    private static Dictionary<object, object?> TakeDictionary(in Value value)
    {
        var items = TakeItems(value);
        var dictionary = new Dictionary<object, object?>();
        for (var i = 0; i < items.Length; i += 2) dictionary[Key(items[i]!)] = items[i + 1];
        return dictionary;
    }

    // Scalars are equal only to themselves.
    private static object Key(object key) => key is Scalar scalar ? scalar.Type switch
    {
        torch.ScalarType.Int64 => scalar.Number.AsInt64,
        torch.ScalarType.Bool => scalar.Number.AsBoolean,
        _ => scalar.Number.AsDouble,
    } : key;

    private static object Tuple(object?[] items) =>
        TupleOf<torch.Tensor>(items) ?? TupleOf<Scalar>(items) ?? items;

    private static object Array(object?[] items) =>
        items.All(item => item is torch.Tensor) ? items.Cast<torch.Tensor>().ToArray()
        : items.All(item => item is Scalar) ? items.Cast<Scalar>().ToArray()
        : items;

    // As TorchSharp does: a tuple of one is its item, one of more than five an array.
    private static object? TupleOf<T>(object?[] items) where T : class
    {
        if (items.Length == 0 || !items.All(item => item is T)) return null;
        var all = items.Cast<T>().ToArray();
        return all switch
        {
            [var a] => a,
            [var a, var b] => (a, b),
            [var a, var b, var c] => (a, b, c),
            [var a, var b, var c, var d] => (a, b, c, d),
            [var a, var b, var c, var d, var e] => (a, b, c, d, e),
            _ => all,
        };
    }

    private static object? Plain(Scalar scalar, Type type)
    {
        var number = scalar.Number;
        if (number.IsComplex) return type == typeof(System.Numerics.Complex) ? number.AsComplex : null;
        if (type == typeof(double)) return number.AsDouble;
        if (type == typeof(float)) return (float)number.AsDouble;
        if (scalar.Type == torch.ScalarType.Bool) return type == typeof(bool) ? number.AsBoolean : null;
        if (scalar.Type != torch.ScalarType.Int64) return null;
        return type == typeof(long) ? number.AsInt64 : type == typeof(int) ? checked((int)number.AsInt64) : null;
    }

    private static string Describe(object? result) => result switch
    {
        null => "None",
        System.Runtime.CompilerServices.ITuple tuple => $"a tuple ({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => tuple[i]!.GetType().Name))})",
        _ => result.GetType().Name,
    };
}
