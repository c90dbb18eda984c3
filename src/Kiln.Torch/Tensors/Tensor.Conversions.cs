using System.Numerics;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Makes a tensor () of one number.</summary>
        public static implicit operator Tensor(byte value) => tensor(value);

        /// <summary>Makes a tensor (N) of an array, which is copied.</summary>
        public static implicit operator Tensor(byte[] value) => tensor(value);

        /// <summary>The only element as a .NET number.</summary>
        public static explicit operator byte(Tensor value) => value.ToByte();

        /// <summary>Makes a tensor () of one number.</summary>
        public static implicit operator Tensor(sbyte value) => tensor(value);

        /// <summary>Makes a tensor (N) of an array, which is copied.</summary>
        public static implicit operator Tensor(sbyte[] value) => tensor(value);

        /// <summary>The only element as a .NET number.</summary>
        public static explicit operator sbyte(Tensor value) => value.ToSByte();

        /// <summary>Makes a tensor () of one number.</summary>
        public static implicit operator Tensor(short value) => tensor(value);

        /// <summary>Makes a tensor (N) of an array, which is copied.</summary>
        public static implicit operator Tensor(short[] value) => tensor(value);

        /// <summary>The only element as a .NET number.</summary>
        public static explicit operator short(Tensor value) => value.ToInt16();

        /// <summary>Makes a tensor () of one number.</summary>
        public static implicit operator Tensor(int value) => tensor(value);

        /// <summary>Makes a tensor (N) of an array, which is copied.</summary>
        public static implicit operator Tensor(int[] value) => tensor(value);

        /// <summary>The only element as a .NET number.</summary>
        public static explicit operator int(Tensor value) => value.ToInt32();

        /// <summary>Makes a tensor () of one number.</summary>
        public static implicit operator Tensor(long value) => tensor(value);

        /// <summary>Makes a tensor (N) of an array, which is copied.</summary>
        public static implicit operator Tensor(long[] value) => tensor(value);

        /// <summary>The only element as a .NET number.</summary>
        public static explicit operator long(Tensor value) => value.ToInt64();

        /// <summary>Makes a tensor () of one number.</summary>
        public static implicit operator Tensor(float value) => tensor(value);

        /// <summary>Makes a tensor (N) of an array, which is copied.</summary>
        public static implicit operator Tensor(float[] value) => tensor(value);

        /// <summary>The only element as a .NET number.</summary>
        public static explicit operator float(Tensor value) => value.ToSingle();

        /// <summary>Makes a tensor () of one number.</summary>
        public static implicit operator Tensor(double value) => tensor(value);

        /// <summary>Makes a tensor (N) of an array, which is copied.</summary>
        public static implicit operator Tensor(double[] value) => tensor(value);

        /// <summary>The only element as a .NET number.</summary>
        public static explicit operator double(Tensor value) => value.ToDouble();

        /// <summary>Makes a tensor () of one number.</summary>
        public static implicit operator Tensor(bool value) => tensor(value);

        /// <summary>Makes a tensor (N) of an array, which is copied.</summary>
        public static implicit operator Tensor(bool[] value) => tensor(value);

        /// <summary>The only element as a .NET number.</summary>
        public static explicit operator bool(Tensor value) => value.ToBoolean();

        /// <summary>Makes a tensor () of a complex number, given as its real and its imaginary part.</summary>
        public static implicit operator Tensor((float, float) value) => tensor(value);

        /// <summary>Makes a tensor (N) of an array of complex numbers, which is copied.</summary>
        public static implicit operator Tensor((float, float)[] value) => tensor(value);

        /// <summary>Makes a tensor () of a complex number.</summary>
        public static implicit operator Tensor(Complex value) => tensor(value);

        /// <summary>Makes a tensor (N) of an array of complex numbers, which is copied.</summary>
        public static implicit operator Tensor(Complex[] value) => tensor(value);

        /// <summary>Makes a tensor () of a scalar: of its type, floating-point numbers of the default type.</summary>
        public static implicit operator Tensor(Scalar scalar) => scalar.Type switch
        {
            ScalarType.Float64 => tensor(scalar.Number.AsDouble, get_default_dtype()),
            ScalarType.ComplexFloat64 => tensor(scalar.Number.AsComplex, get_default_dtype() == ScalarType.Float64 ? ScalarType.ComplexFloat64 : ScalarType.ComplexFloat32),
            ScalarType.Bool => tensor(scalar.Number.AsBoolean),
            _ => tensor(scalar.Number.AsInt64),
        };
    }
}
