namespace TorchSharp;

/// <summary>Conversions between scalars and .NET's numbers.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>The scalar as a truth value: whether it is not zero.</summary>
    public static bool ToBoolean(this Scalar value) => value.AsDouble != 0;

    /// <summary>The scalar as a byte.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static byte ToByte(this Scalar value) => checked((byte)value.AsInt64);

    /// <summary>The scalar as a signed byte.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static sbyte ToSByte(this Scalar value) => checked((sbyte)value.AsInt64);

    /// <summary>The scalar as a 16-bit integer.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static short ToInt16(this Scalar value) => checked((short)value.AsInt64);

    /// <summary>The scalar as a 32-bit integer.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static int ToInt32(this Scalar value) => checked((int)value.AsInt64);

    /// <summary>The scalar as a 64-bit integer.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static long ToInt64(this Scalar value) => value.AsInt64;

    /// <summary>The scalar as a half-precision number.</summary>
    public static Half ToHalf(this Scalar value) => (Half)value.AsDouble;

    /// <summary>The scalar as a single-precision number.</summary>
    public static float ToSingle(this Scalar value) => (float)value.AsDouble;

    /// <summary>The scalar as a double-precision number.</summary>
    public static double ToDouble(this Scalar value) => value.AsDouble;

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
    public static Scalar ToScalar(this float value) => value;

    /// <summary>Makes a scalar of a number.</summary>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>Makes a scalar of a truth value.</summary>
    public static Scalar ToScalar(this bool value) => value;
}
