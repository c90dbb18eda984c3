using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Hostile;

/// <summary>Arguments for one call after the other, mostly plausible ones with an absurd one among them: plausible ones get past the first checks.</summary>
internal sealed unsafe class AbsurdArguments(int seed) : IDisposable
{
    private static readonly long[] PlausibleInts = [0, 1, 2, 3, 4, 5, -1];
    private static readonly long[] AbsurdInts = [-2, -5, 64, 1000, int.MaxValue, int.MinValue, 1L << 31, 1L << 40, 1L << 62, long.MaxValue, long.MinValue, -(1L << 40)];
    private static readonly double[] AbsurdReals = [0, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e308, -1e308, double.Epsilon, 1e19];
    private static readonly string[] Texts = ["mean", "none", "sum", "", "reflect", "linear", "no such thing", new('x', 5000), "\0", "trunc", "floor", "reduced", "ij"];

    private readonly Random _random = new(seed);
    private readonly List<nint> _memory = [];
    private readonly StringBuilder _text = new();
    private (string Name, Tensor Tensor)[] _ordinary = [];
    private (string Name, Tensor Tensor)[] _absurd = [];

    /// <summary>What the last call got, for a report.</summary>
    public string Text => _text.ToString();

    /// <summary>New tensors, before the calls of the next operator.</summary>
    public void Renew()
    {
        _ordinary = AbsurdTensors.Ordinary();
        _absurd = AbsurdTensors.Absurd();
    }

    public RawValue[] For(OperatorSchema schema)
    {
        Dispose();
        _text.Clear();
        // How absurd the whole call is: some have one odd argument, some are odd all over.
        var odds = _random.Next(4) switch { 0 => 0.6, 1 => 0.05, _ => 0.25 };
        var values = new RawValue[schema.Arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var argument = schema.Arguments[i];
            _text.Append(i == 0 ? "" : ", ").Append(argument.Name).Append('=');
            values[i] = One(argument, _random.NextDouble() < odds);
        }
        return values;
    }

    public void Dispose()
    {
        foreach (var block in _memory) NativeMemory.Free((void*)block);
        _memory.Clear();
    }

    private RawValue One(SchemaArgument argument, bool absurd)
    {
        if (argument.HasDefault && _random.Next(3) == 0) return Said("default", new RawValue { Kind = RawKind.Default });
        if (argument.IsOptional && _random.Next(3) == 0 || absurd && _random.Next(8) == 0) return Said("None", default);
        if (argument.IsList) return List(argument, absurd);
        return argument.Type switch
        {
            "Tensor" => TensorValue(absurd),
            "int" => Int(absurd),
            "float" => Real(absurd),
            "bool" => Said("bool", new RawValue { Kind = RawKind.Bool, Integer = _random.Next(2) }),
            "Scalar" => Number(absurd),
            "str" => String(),
            "ScalarType" => Type(absurd),
            "Layout" or "MemoryFormat" or "QScheme" => Small(absurd ? _random.Next(-3, 100) : _random.Next(4)),
            "Device" => Said("cpu", new RawValue { Kind = RawKind.Device, Count = absurd ? 1 : 0, Integer = -1 }),
            _ => Said("None", default),
        };
    }

    private RawValue Said(string text, RawValue value)
    {
        _text.Append(text);
        return value;
    }

    private RawValue Small(long value) => Said(value.ToString(CultureInfo.InvariantCulture), new RawValue { Kind = RawKind.Int, Integer = value });

    private RawValue Int(bool absurd) => Small(absurd ? Pick(AbsurdInts) : Pick(PlausibleInts));

    private RawValue Real(bool absurd)
    {
        var value = absurd ? Pick(AbsurdReals) : _random.NextDouble();
        return Said(value.ToString(CultureInfo.InvariantCulture), new RawValue { Kind = RawKind.Double, Real = value });
    }

    private RawValue Number(bool absurd)
    {
        if (_random.Next(3) == 0) return Int(absurd);
        if (!absurd || _random.Next(4) != 0) return Real(absurd);
        var parts = (double*)Allocate(16);
        (parts[0], parts[1]) = (1, double.NaN);
        return Said("1+nanj", new RawValue { Kind = RawKind.Complex, Pointer = (nint)parts });
    }

    private RawValue Type(bool absurd)
    {
        ScalarType[] types = [ScalarType.Float32, ScalarType.Float64, ScalarType.Int64, ScalarType.Int32, ScalarType.Bool, ScalarType.ComplexFloat32, ScalarType.Float16];
        return Small(absurd ? Pick<long>([99, -1, 12, 127, 1000, 20, 17]) : (long)Pick(types));
    }

    private RawValue String()
    {
        var text = Pick(Texts);
        var bytes = Encoding.UTF8.GetBytes(text);
        var memory = Allocate(bytes.Length);
        bytes.CopyTo(new Span<byte>((void*)memory, bytes.Length));
        return Said($"'{(text.Length > 20 ? text[..20] : text)}'", new RawValue { Kind = RawKind.String, Count = bytes.Length, Pointer = memory });
    }

    private RawValue TensorValue(bool absurd)
    {
        var (name, tensor) = Pick(absurd ? _absurd : _ordinary);
        return Said(name, new RawValue { Kind = RawKind.Tensor, Pointer = tensor.Handle });
    }

    private RawValue List(SchemaArgument argument, bool absurd)
    {
        var count = absurd ? Pick([0, 0, 1, 3, 5, 9, 70]) : argument.FixedLength > 0 ? argument.FixedLength : _random.Next(1, 4);
        _text.Append('[');
        var value = argument.Type switch
        {
            "Tensor[]" => Fill<nint>(RawKind.Tensors, count, () => absurd && _random.Next(5) == 0 ? Said("None", default).Pointer : TensorValue(absurd && _random.Next(2) == 0).Pointer),
            "float[]" => Fill<double>(RawKind.Doubles, count, () => Real(absurd).Real),
            "bool[]" => Fill<byte>(RawKind.Bools, count, () => (byte)_random.Next(2)),
            "Scalar[]" => Fill<RawValue>(RawKind.Scalars, count, () => Real(absurd)),
            _ => Fill<long>(RawKind.Ints, count, () => Int(absurd && _random.Next(2) == 0).Integer),
        };
        _text.Append(']');
        return value;
    }

    private RawValue Fill<T>(RawKind kind, int count, Func<T> item) where T : unmanaged
    {
        var items = (T*)Allocate(count * sizeof(T));
        for (var i = 0; i < count; i++)
        {
            if (i > 0) _text.Append(' ');
            items[i] = item();
        }
        return new RawValue { Kind = kind, Count = count, Pointer = (nint)items };
    }

    private T Pick<T>(T[] items) => items[_random.Next(items.Length)];

    private nint Allocate(int bytes)
    {
        var memory = (nint)NativeMemory.Alloc((nuint)Math.Max(bytes, 1));
        _memory.Add(memory);
        return memory;
    }
}
