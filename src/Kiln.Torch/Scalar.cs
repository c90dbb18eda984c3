using System.Numerics;

namespace TorchSharp;

/// <summary>A number that an operator takes: an integer, a floating-point or complex number, or a truth value.</summary>
/// <remarks>In TorchSharp it has a native twin that must be freed; here it is a constant, and disposing does nothing.
/// Source: https://pytorch.org/cppdocs/api/structc10_1_1_scalar.html.</remarks>
// A class because source code written for TorchSharp says `Scalar x = null`, `x is null` and `x?.Type`, which no struct
// allows. Operators and optimisers do not pay for it: they pass a Number, a struct, on to the boundary.
public sealed class Scalar : IDisposable
{
    internal Scalar(Number number) => Number = number;

    /// <summary>The type libtorch gives the number: Int64, Float64, ComplexFloat64 or Bool.</summary>
    public torch.ScalarType Type => Number.Type;

    internal Number Number { get; }

    /// <summary>Does nothing; it is here because TorchSharp's scalars are disposable.</summary>
    public void Dispose()
    {
    }

    /// <summary>The number as a text.</summary>
    public override string ToString() => Type switch
    {
        torch.ScalarType.ComplexFloat64 => FormattableString.Invariant($"{Number.AsComplex}"),
        torch.ScalarType.Float64 => FormattableString.Invariant($"{Number.AsDouble}"),
        torch.ScalarType.Bool => Number.AsBoolean ? "true" : "false",
        _ => FormattableString.Invariant($"{Number.AsInt64}"),
    };

    /// <summary>Makes a scalar of an integer.</summary>
    public static implicit operator Scalar(byte value) => new((long)value);

    /// <summary>Makes a scalar of an integer.</summary>
    public static implicit operator Scalar(sbyte value) => new((long)value);

    /// <summary>Makes a scalar of an integer.</summary>
    public static implicit operator Scalar(short value) => new((long)value);

    /// <summary>Makes a scalar of an integer.</summary>
    public static implicit operator Scalar(int value) => new((long)value);

    /// <summary>Makes a scalar of an integer.</summary>
    public static implicit operator Scalar(long value) => new(value);

    /// <summary>Makes a scalar of a floating-point number.</summary>
    public static implicit operator Scalar(Half value) => new((double)value);

    /// <summary>Makes a scalar of a floating-point number.</summary>
    public static implicit operator Scalar(BFloat16 value) => new((double)value);

    /// <summary>Makes a scalar of a floating-point number.</summary>
    public static implicit operator Scalar(float value) => new((double)value);

    /// <summary>Makes a scalar of a floating-point number.</summary>
    public static implicit operator Scalar(double value) => new(value);

    /// <summary>Makes a scalar of a truth value.</summary>
    public static implicit operator Scalar(bool value) => new(value);

    /// <summary>Makes a scalar of a complex number, given as its real and its imaginary part.</summary>
    public static implicit operator Scalar((float, float) value) => new(new Complex(value.Item1, value.Item2));

    /// <summary>Makes a scalar of a complex number.</summary>
    public static implicit operator Scalar(Complex value) => new(value);
}
