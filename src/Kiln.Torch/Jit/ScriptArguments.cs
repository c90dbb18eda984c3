using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp;

/// <summary>.NET values as a tree that TorchScript takes; its memory lives until it is disposed.</summary>
internal sealed unsafe class ScriptArguments : IDisposable
{
    // Deeper values are circular.
    private const int Deepest = 64;

    private readonly List<nint> _blocks = [];
    private readonly string _operation;

    internal ScriptArguments(string operation, object?[] values)
    {
        _operation = operation;
        Count = values.Length;
        try
        {
            Values = All(values, 0);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    internal Value* Values { get; }

    internal int Count { get; }

    public void Dispose()
    {
        foreach (var block in _blocks) NativeMemory.Free((void*)block);
        _blocks.Clear();
    }

    private Value* All(IReadOnlyList<object?> items, int depth)
    {
        if (depth > Deepest) throw new ArgumentException($"{_operation}: expected lists and dictionaries of at most {Deepest} levels. One may contain itself.");
        var values = (Value*)Allocate(items.Count * sizeof(Value));
        for (var i = 0; i < items.Count; i++) values[i] = Of(items[i], depth);
        return values;
    }

    private Value Of(object? value, int depth) => value switch
    {
        null => default,
        torch.Tensor tensor => Value.Tensor(tensor),
        Scalar scalar => scalar.Number.IsComplex ? Complex(scalar.Number.AsComplex) : scalar.Number.ToValue(),
        bool truth => Value.Bool(truth),
        byte or sbyte or short or ushort or int or uint or long => Value.Int(Convert.ToInt64(value, null)),
        float or double => Value.Float(Convert.ToDouble(value, null)),
        Half half => Value.Float((double)half),
        System.Numerics.Complex complex => Complex(complex),
        torch.ScalarType type => Value.Type(type),
        torch.Device device => Value.Device(device),
        string text => Text(text),
        ITuple tuple => Node(ScriptTags.Tuple, [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])], depth),
        IDictionary dictionary => Node(ScriptTags.Dictionary, Entries(dictionary), depth),
        IEnumerable items => Node(ScriptTags.List, [.. items.Cast<object?>()], depth),
        _ => throw new ArgumentException($"{_operation}: TorchScript takes tensors, numbers, truth values, texts, lists, tuples and dictionaries of them, not {value.GetType().Name}."),
    };

    private static List<object?> Entries(IDictionary dictionary)
    {
        var items = new List<object?>();
        foreach (DictionaryEntry entry in dictionary)
        {
            items.Add(entry.Key);
            items.Add(entry.Value);
        }
        return items;
    }

    private Value Node(ValueTag tag, List<object?> items, int depth) => new() { Tag = tag, Count = items.Count, Pointer = (nint)All(items, depth + 1) };

    private Value Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var memory = Allocate(bytes.Length);
        bytes.CopyTo(new Span<byte>((void*)memory, bytes.Length));
        return new Value { Tag = ValueTag.String, Count = bytes.Length, Pointer = memory };
    }

    private Value Complex(System.Numerics.Complex value)
    {
        var parts = (double*)Allocate(2 * sizeof(double));
        (parts[0], parts[1]) = (value.Real, value.Imaginary);
        return new Value { Tag = ValueTag.Complex, Pointer = (nint)parts };
    }

    private nint Allocate(int bytes)
    {
        var memory = (nint)NativeMemory.Alloc((nuint)Math.Max(bytes, 1));
        _blocks.Add(memory);
        return memory;
    }
}
