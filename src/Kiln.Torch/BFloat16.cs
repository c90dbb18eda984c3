using System.Globalization;

namespace TorchSharp;

/// <summary>The upper half of a single-precision number: its range with 8 significant bits.</summary>
/// <remarks>The same two bytes as an element of <see cref="torch.ScalarType.BFloat16"/>. Arithmetic is that of
/// <see cref="float"/>, rounded to the nearest, ties to even. Source: PyTorch, c10/util/BFloat16.h.</remarks>
public readonly struct BFloat16 : IEquatable<BFloat16>, IComparable<BFloat16>, IComparable, IFormattable
{
    /// <summary>0.</summary>
    public static readonly BFloat16 Zero = FromRawValue(0);

    /// <summary>1.</summary>
    public static readonly BFloat16 One = FromRawValue(0x3F80);

    /// <summary>Not a number.</summary>
    public static readonly BFloat16 NaN = FromRawValue(0x7FC0);

    /// <summary>Infinity.</summary>
    public static readonly BFloat16 PositiveInfinity = FromRawValue(0x7F80);

    /// <summary>Negative infinity.</summary>
    public static readonly BFloat16 NegativeInfinity = FromRawValue(0xFF80);

    /// <summary>The largest finite number, about 3.39e38.</summary>
    public static readonly BFloat16 MaxValue = FromRawValue(0x7F7F);

    /// <summary>The smallest finite number, about -3.39e38.</summary>
    public static readonly BFloat16 MinValue = FromRawValue(0xFF7F);

    /// <summary>The smallest positive normal number, about 1.18e-38.</summary>
    public static readonly BFloat16 Epsilon = FromRawValue(0x0080);

    /// <summary>The smallest positive number, about 9.18e-41.</summary>
    public static readonly BFloat16 SmallestSubnormal = FromRawValue(0x0001);

    private readonly ushort _bits;

    /// <summary>Rounds a number to the nearest, ties to even.</summary>
    public BFloat16(float f) => _bits = Round(f);

    private BFloat16(ushort bits) => _bits = bits;

    /// <summary>Makes a number of its sixteen bits.</summary>
    public static BFloat16 FromRawValue(ushort rawValue) => new(rawValue);

    /// <summary>The same number in single precision.</summary>
    public float ToSingle() => BitConverter.UInt32BitsToSingle((uint)_bits << 16);

    /// <summary>The same number in single precision.</summary>
    public static explicit operator float(BFloat16 bf) => bf.ToSingle();

    /// <summary>The same number in double precision.</summary>
    public static explicit operator double(BFloat16 bf) => bf.ToSingle();

    /// <summary>Rounds a number to the nearest, ties to even.</summary>
    public static explicit operator BFloat16(float f) => new(f);

    /// <summary>Rounds a number to single precision and that to the nearest.</summary>
    public static explicit operator BFloat16(double d) => new((float)d);

    /// <summary>The sum, rounded.</summary>
    public static BFloat16 operator +(BFloat16 a, BFloat16 b) => new(a.ToSingle() + b.ToSingle());

    /// <summary>The difference, rounded.</summary>
    public static BFloat16 operator -(BFloat16 a, BFloat16 b) => new(a.ToSingle() - b.ToSingle());

    /// <summary>The product, rounded.</summary>
    public static BFloat16 operator *(BFloat16 a, BFloat16 b) => new(a.ToSingle() * b.ToSingle());

    /// <summary>The quotient, rounded.</summary>
    public static BFloat16 operator /(BFloat16 a, BFloat16 b) => new(a.ToSingle() / b.ToSingle());

    /// <summary>The remainder, with the sign of the dividend.</summary>
    public static BFloat16 operator %(BFloat16 a, BFloat16 b) => new(a.ToSingle() % b.ToSingle());

    /// <summary>The negative.</summary>
    public static BFloat16 operator -(BFloat16 a) => new((ushort)(a._bits ^ 0x8000));

    /// <summary>Whether both are the same number; NaN is none.</summary>
    public static bool operator ==(BFloat16 a, BFloat16 b) => a.ToSingle() == b.ToSingle();

    /// <summary>Whether they are different numbers.</summary>
    public static bool operator !=(BFloat16 a, BFloat16 b) => a.ToSingle() != b.ToSingle();

    /// <summary>Whether a is less than b.</summary>
    public static bool operator <(BFloat16 a, BFloat16 b) => a.ToSingle() < b.ToSingle();

    /// <summary>Whether a is greater than b.</summary>
    public static bool operator >(BFloat16 a, BFloat16 b) => a.ToSingle() > b.ToSingle();

    /// <summary>Whether a is not greater than b.</summary>
    public static bool operator <=(BFloat16 a, BFloat16 b) => a.ToSingle() <= b.ToSingle();

    /// <summary>Whether a is not less than b.</summary>
    public static bool operator >=(BFloat16 a, BFloat16 b) => a.ToSingle() >= b.ToSingle();

    /// <summary>Whether the number is NaN.</summary>
    public static bool IsNaN(BFloat16 bf) => float.IsNaN(bf.ToSingle());

    /// <summary>Whether the number is an infinity.</summary>
    public static bool IsInfinity(BFloat16 bf) => float.IsInfinity(bf.ToSingle());

    /// <summary>Whether the number is infinity.</summary>
    public static bool IsPositiveInfinity(BFloat16 bf) => float.IsPositiveInfinity(bf.ToSingle());

    /// <summary>Whether the number is negative infinity.</summary>
    public static bool IsNegativeInfinity(BFloat16 bf) => float.IsNegativeInfinity(bf.ToSingle());

    /// <summary>Whether the number is neither NaN nor an infinity.</summary>
    public static bool IsFinite(BFloat16 bf) => float.IsFinite(bf.ToSingle());

    /// <summary>Whether both have the same bits.</summary>
    public bool Equals(BFloat16 other) => _bits == other._bits;

    /// <summary>Whether the other object is a number of the same bits.</summary>
    public override bool Equals(object? obj) => obj is BFloat16 other && Equals(other);

    /// <summary>A hash of the bits.</summary>
    public override int GetHashCode() => _bits;

    /// <summary>Orders numbers; NaN comes first.</summary>
    public int CompareTo(BFloat16 other) => ToSingle().CompareTo(other.ToSingle());

    /// <summary>Orders numbers; NaN comes first, null before it.</summary>
    /// <exception cref="ArgumentException">The other object is of another type.</exception>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        BFloat16 other => CompareTo(other),
        _ => throw new ArgumentException($"CompareTo: expected a BFloat16, got {obj.GetType().Name}.", nameof(obj)),
    };

    /// <summary>The number as a text.</summary>
    public override string ToString() => ToSingle().ToString(CultureInfo.CurrentCulture);

    /// <summary>The number as a text in a format of <see cref="float"/>.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToSingle().ToString(format, formatProvider);

    private static ushort Round(float number)
    {
        var bits = BitConverter.SingleToUInt32Bits(number);
        // Rounding the bits of a NaN could make them those of infinity.
        if (float.IsNaN(number)) return (ushort)((bits >> 16) | 0x0040);
        var lastKept = (bits >> 16) & 1;
        return (ushort)((bits + 0x7FFF + lastKept) >> 16);
    }
}
