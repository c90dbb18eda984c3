using System.Numerics;

namespace TorchSharp;

/// <summary>Conversions between scalars and .NET's numbers.</summary>
/// <seealso href="https://pytorch.org/cppdocs/api/structc10_1_1_scalar.html"/>
public static class ScalarExtensionMethods
{
    /// <summary>The scalar as a truth value: whether it is not zero.</summary>
    public static bool ToBoolean(this Scalar value) => value.Number.AsBoolean;

    /// <summary>The scalar as a byte.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static byte ToByte(this Scalar value) => checked((byte)value.Number.AsInt64);

    /// <summary>The scalar as a signed byte.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static sbyte ToSByte(this Scalar value) => checked((sbyte)value.Number.AsInt64);

    /// <summary>The scalar as a 16-bit integer.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static short ToInt16(this Scalar value) => checked((short)value.Number.AsInt64);

    /// <summary>The scalar as a 32-bit integer.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static int ToInt32(this Scalar value) => checked((int)value.Number.AsInt64);

    /// <summary>The scalar as a 64-bit integer; fractions are cut off.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    /// <exception cref="InvalidOperationException">It has an imaginary part.</exception>
    public static long ToInt64(this Scalar value) => value.Number.AsInt64;

    /// <summary>The scalar as a half-precision number.</summary>
    public static Half ToHalf(this Scalar value) => (Half)value.Number.AsDouble;

    /// <summary>The scalar as the upper half of a single-precision number.</summary>
    public static BFloat16 ToBFloat16(this Scalar value) => (BFloat16)value.Number.AsDouble;

    /// <summary>The scalar as a single-precision number.</summary>
    public static float ToSingle(this Scalar value) => (float)value.Number.AsDouble;

    /// <summary>The scalar as a double-precision number.</summary>
    /// <exception cref="InvalidOperationException">It has an imaginary part.</exception>
    public static double ToDouble(this Scalar value) => value.Number.AsDouble;

    /// <summary>The scalar as the two parts of a complex number.</summary>
    public static (float Real, float Imaginary) ToComplexFloat32(this Scalar value)
    {
        var number = value.Number.AsComplex;
        return ((float)number.Real, (float)number.Imaginary);
    }

    /// <summary>The scalar as a complex number.</summary>
    public static Complex ToComplexFloat64(this Scalar value) => value.Number.AsComplex;

    /// <summary>Makes a scalar of a number.</summary>
    public static Scalar ToScalar(this byte value) => value;

    /// <summary>Makes a scalar of a number.</summary>
    public static Scalar ToScalar(this sbyte value) => value;

    /// <summary>Makes a scalar of a number.</summary>
    public static Scalar ToScalar(this short value) => value;

    /// <summary>Makes a scalar of a number.</summary>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>Makes a scalar of a number.</summary>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>Makes a scalar of a number.</summary>
    public static Scalar ToScalar(this Half value) => value;

    /// <summary>Makes a scalar of a number.</summary>
    public static Scalar ToScalar(this BFloat16 value) => value;

    /// <summary>Makes a scalar of a number.</summary>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>Makes a scalar of a number.</summary>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>Makes a scalar of a complex number, given as its real and its imaginary part.</summary>
    public static Scalar ToScalar(this (float, float) value) => value;

    /// <summary>Makes a scalar of a complex number.</summary>
    public static Scalar ToScalar(this Complex value) => value;

    /// <summary>Makes a scalar of a truth value.</summary>
    public static Scalar ToScalar(this bool value) => value;

    /// <summary>Makes a scalar of a number rounded to the upper half of single precision.</summary>
    public static Scalar ToBFloat16Scalar(this float value) => (BFloat16)value;
}
