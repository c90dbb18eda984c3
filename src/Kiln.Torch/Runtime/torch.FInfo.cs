namespace TorchSharp;

public static partial class torch
{
    /// <summary>What the numbers of a floating-point type can be.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/type_info.html"/>
    public sealed class FInfo
    {
        internal FInfo(ScalarType dtype, double eps, double max, double tiny, int digits)
        {
            bits = 8 * dtype.ElementSize();
            this.eps = eps;
            this.max = max;
            min = -max;
            this.tiny = tiny;
            resolution = Math.Pow(10, -digits);
        }

        /// <summary>The bits of a number.</summary>
        public int bits { get; }

        /// <summary>The distance from 1 to the next larger number.</summary>
        public double eps { get; }

        /// <summary>The largest number.</summary>
        public double max { get; }

        /// <summary>The smallest number, which is negative.</summary>
        public double min { get; }

        /// <summary>The smallest positive normal number.</summary>
        public double tiny { get; }

        /// <inheritdoc cref="tiny"/>
        public double smallest_normal => tiny;

        /// <summary>A decimal number that the type holds about exactly: ten to the negative number of its decimal digits.</summary>
        public double resolution { get; }
    }

    /// <summary>What the numbers of the default type can be.</summary>
    /// <inheritdoc cref="finfo(ScalarType)"/>
    public static FInfo finfo() => finfo(get_default_dtype());

    /// <summary>What the numbers of a type can be.</summary>
    /// <param name="dtype">A floating-point type, or a complex one for its parts.</param>
    /// <exception cref="ArgumentException">The type is of integers or truth values.</exception>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/type_info.html"/>
    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        ScalarType.Float16 => new(dtype, Math.Pow(2, -10), (double)Half.MaxValue, Math.Pow(2, -14), 3),
        ScalarType.BFloat16 => new(dtype, Math.Pow(2, -7), (double)BFloat16.MaxValue, Math.Pow(2, -126), 2),
        ScalarType.Float32 or ScalarType.ComplexFloat32 => new(ScalarType.Float32, Math.Pow(2, -23), float.MaxValue, Math.Pow(2, -126), 6),
        ScalarType.Float64 or ScalarType.ComplexFloat64 => new(ScalarType.Float64, Math.Pow(2, -52), double.MaxValue, Math.Pow(2, -1022), 15),
        _ => throw new ArgumentException($"finfo: expected a floating-point type, got {dtype}, whose numbers have no fractions.", nameof(dtype)),
    };
}
