using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>The kinds of value that cross the boundary; KilnTag in kiln_torch.h.</summary>
internal enum ValueTag
{
    None, Tensor, Int, Double, Bool, Ints, Doubles, Bools, Tensors, String, Device, Generator, Complex, Scalars, Default,
}

/// <summary>One value on its way to or from libtorch; KilnValue in kiln_torch.h.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal unsafe struct Value
{
    [FieldOffset(0)] public ValueTag Tag;
    [FieldOffset(4)] public int Count;
    [FieldOffset(8)] public long Integer;
    [FieldOffset(8)] public double Real;
    [FieldOffset(8)] public nint Pointer;

    /// <summary>The default of the operator's schema.</summary>
    public static Value Default => new() { Tag = ValueTag.Default };

    public static Value Tensor(torch.Tensor tensor, [CallerArgumentExpression(nameof(tensor))] string name = "")
    {
        if (tensor is null) throw new ArgumentNullException(name);
        return new() { Tag = ValueTag.Tensor, Pointer = tensor.Handle };
    }

    public static Value OptionalTensor(torch.Tensor? tensor) =>
        tensor is null ? default : new() { Tag = ValueTag.Tensor, Pointer = tensor.Handle };

    public static Value Int(long value) => new() { Tag = ValueTag.Int, Integer = value };
    public static Value Float(double value) => new() { Tag = ValueTag.Double, Real = value };
    public static Value Bool(bool value) => new() { Tag = ValueTag.Bool, Integer = value ? 1 : 0 };

    public static Value Number(Number value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value.IsMissing ? throw new ArgumentNullException(name) : value.ToValue();

    /// <summary>A number that may be left out; a null scalar is None whatever the default is.</summary>
    public static Value OptionalNumber(Number? value, Value missing) => value is { } number ? number.ToValue() : missing;

    public static Value Type(torch.ScalarType value) => Int((long)value);
    public static Value Device(torch.Device value)
    {
        torch.InitializeDeviceType(value.type);
        return new() { Tag = ValueTag.Device, Count = (int)value.type, Integer = value.index };
    }

    public static Value OptionalDevice(torch.Device? value) => value is null ? default : Device(value);

    public static Value Generator(torch.Generator? value) =>
        value is null ? default : new() { Tag = ValueTag.Generator, Pointer = value.Handle };

    public static Value Ints(long* items, int count) => new() { Tag = ValueTag.Ints, Count = count, Pointer = (nint)items };
    public static Value Floats(double* items, int count) => new() { Tag = ValueTag.Doubles, Count = count, Pointer = (nint)items };
    public static Value Bools(bool* items, int count) => new() { Tag = ValueTag.Bools, Count = count, Pointer = (nint)items };
    public static Value Numbers(Value* items, int count) => new() { Tag = ValueTag.Scalars, Count = count, Pointer = (nint)items };
    public static Value Tensors(nint* items, int count) => new() { Tag = ValueTag.Tensors, Count = count, Pointer = (nint)items };

    /// <summary>A text, or what stands for a missing one.</summary>
    public static Value Text(byte* bytes, byte[]? text, Value missing) =>
        text is null ? missing : new() { Tag = ValueTag.String, Count = text.Length, Pointer = (nint)bytes };

    /// <summary>Writes the handles of a list of tensors; a missing tensor becomes 0.</summary>
    public static void Handles(ReadOnlySpan<torch.Tensor?> tensors, Span<nint> handles)
    {
        for (var i = 0; i < tensors.Length; i++) handles[i] = tensors[i] is { } tensor ? tensor.Handle : 0;
    }

    /// <summary>Writes the values of a list of numbers.</summary>
    public static void Numbers(ReadOnlySpan<Number> numbers, Span<Value> values)
    {
        for (var i = 0; i < numbers.Length; i++) values[i] = numbers[i].ToValue();
    }

    /// <summary>Keeps a list of tensors from being finalised before this point.</summary>
    public static void KeepAlive(ReadOnlySpan<torch.Tensor?> tensors)
    {
        foreach (var tensor in tensors) GC.KeepAlive(tensor);
    }

    /// <summary>The tensor in a result; an undefined one is null, as in gradients that are not there.</summary>
    public static torch.Tensor TakeTensor(in Value value) => value.Tag == ValueTag.Tensor ? new torch.Tensor(value.Pointer) : null!;

    /// <summary>The tensors in a result, whose native list is freed.</summary>
    public static torch.Tensor[] TakeTensors(in Value value)
    {
        var tensors = new torch.Tensor[value.Count];
        var handles = (nint*)value.Pointer;
        for (var i = 0; i < tensors.Length; i++) tensors[i] = handles[i] == 0 ? null! : new torch.Tensor(handles[i]);
        Native.kiln_memory_free(value.Pointer);
        return tensors;
    }
}
