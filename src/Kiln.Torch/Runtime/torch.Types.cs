namespace TorchSharp;

public static partial class torch
{
    /// <summary>The types of elements, numbered as libtorch numbers them.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>8-bit unsigned integer.</summary>
        Byte = 0,

        /// <summary>8-bit signed integer.</summary>
        Int8 = 1,

        /// <summary>16-bit signed integer.</summary>
        Int16 = 2,

        /// <summary>32-bit signed integer.</summary>
        Int32 = 3,

        /// <summary>64-bit signed integer.</summary>
        Int64 = 4,

        /// <summary>IEEE half precision.</summary>
        Float16 = 5,

        /// <summary>IEEE single precision, the default.</summary>
        Float32 = 6,

        /// <summary>IEEE double precision.</summary>
        Float64 = 7,

        /// <summary>A complex number of two single-precision parts.</summary>
        ComplexFloat32 = 9,

        /// <summary>A complex number of two double-precision parts.</summary>
        ComplexFloat64 = 10,

        /// <summary>A truth value in one byte.</summary>
        Bool = 11,

        /// <summary>A quantised 8-bit signed integer.</summary>
        QInt8 = 12,

        /// <summary>A quantised 8-bit unsigned integer.</summary>
        QUInt8 = 13,

        /// <summary>A quantised 32-bit signed integer.</summary>
        QInt32 = 14,

        /// <summary>The upper half of a single-precision number.</summary>
        BFloat16 = 15,
    }

    /// <summary>8-bit unsigned integer.</summary>
    public static readonly ScalarType uint8 = ScalarType.Byte;

    /// <summary>8-bit signed integer.</summary>
    public static readonly ScalarType int8 = ScalarType.Int8;

    /// <summary>16-bit signed integer.</summary>
    public static readonly ScalarType int16 = ScalarType.Int16;

    /// <summary>32-bit signed integer.</summary>
    public static readonly ScalarType int32 = ScalarType.Int32;

    /// <summary>64-bit signed integer.</summary>
    public static readonly ScalarType int64 = ScalarType.Int64;

    /// <summary>IEEE half precision.</summary>
    public static readonly ScalarType float16 = ScalarType.Float16;

    /// <summary>IEEE single precision.</summary>
    public static readonly ScalarType float32 = ScalarType.Float32;

    /// <summary>IEEE double precision.</summary>
    public static readonly ScalarType float64 = ScalarType.Float64;

    /// <summary>The upper half of a single-precision number.</summary>
    public static readonly ScalarType bfloat16 = ScalarType.BFloat16;

    /// <summary>IEEE half precision.</summary>
    public static readonly ScalarType half = ScalarType.Float16;

    /// <summary>IEEE single precision.</summary>
    public static readonly ScalarType @float = ScalarType.Float32;

    /// <summary>IEEE double precision.</summary>
    public static readonly ScalarType @double = ScalarType.Float64;

    /// <summary>32-bit signed integer.</summary>
    public static readonly ScalarType @int = ScalarType.Int32;

    /// <summary>64-bit signed integer.</summary>
    public static readonly ScalarType @long = ScalarType.Int64;

    /// <summary>A truth value.</summary>
    public static readonly ScalarType @bool = ScalarType.Bool;

    /// <summary>A complex number of two single-precision parts.</summary>
    public static readonly ScalarType complex64 = ScalarType.ComplexFloat32;

    /// <summary>A complex number of two double-precision parts.</summary>
    public static readonly ScalarType complex128 = ScalarType.ComplexFloat64;

    /// <summary>A complex number of two single-precision parts.</summary>
    public static readonly ScalarType cfloat = ScalarType.ComplexFloat32;

    /// <summary>A complex number of two double-precision parts.</summary>
    public static readonly ScalarType cdouble = ScalarType.ComplexFloat64;

    /// <summary>How an inexact quotient is rounded.</summary>
    public enum RoundingMode
    {
        /// <summary>Not at all: the quotient is a floating-point number.</summary>
        None,

        /// <summary>Towards zero.</summary>
        trunc,

        /// <summary>Towards negative infinity.</summary>
        floor,
    }

    /// <summary>The size of a tensor.</summary>
    /// <param name="shape">The size of every dimension.</param>
    public readonly struct Size(long[] shape)
    {
        /// <summary>Makes a size of 32-bit integers.</summary>
        public Size(int[] shape) : this(Array.ConvertAll(shape, s => (long)s))
        {
        }

        internal long[] Shape => shape ?? [];

        /// <summary>How many dimensions there are.</summary>
        public int Length => Shape.Length;

        /// <summary>The size of one dimension.</summary>
        public long this[int idx] => Shape[idx];

        /// <summary>The number of elements of a tensor of this size.</summary>
        public long numel() => Shape.TotalSize();

        /// <summary>Makes a size of 64-bit integers.</summary>
        public static implicit operator Size(long[] shape) => new(shape);

        /// <summary>Makes a size of 32-bit integers.</summary>
        public static implicit operator Size(int[] shape) => new(shape);

        /// <summary>Makes a size of one dimension.</summary>
        public static implicit operator Size(long size) => new([size]);

        /// <summary>Makes a size of two dimensions.</summary>
        public static implicit operator Size((long, long) size) => new([size.Item1, size.Item2]);

        /// <summary>Makes a size of three dimensions.</summary>
        public static implicit operator Size((long, long, long) size) => new([size.Item1, size.Item2, size.Item3]);
    }
}
