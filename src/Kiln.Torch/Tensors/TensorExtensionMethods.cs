using System.Numerics;

namespace TorchSharp;

/// <summary>Conversions of tensors, shapes and element types.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/tensors.html"/>
public static partial class TensorExtensionMethods
{
    /// <summary>The size of one element in bytes.</summary>
    public static int ElementSize(this torch.ScalarType type) => type.Bytes();

    /// <summary>Makes a parameter of a tensor, for a module to train.</summary>
    /// <param name="tensor">The values (*); the parameter shares their memory.</param>
    public static Modules.Parameter AsParameter(this torch.Tensor tensor) => new(tensor);

    /// <summary>The number of elements of a shape.</summary>
    public static long TotalSize(this IEnumerable<long> shape) => shape.Aggregate(1L, (product, size) => checked(product * size));

    /// <summary>The size of every dimension as 32-bit integers.</summary>
    /// <exception cref="OverflowException">A size does not fit.</exception>
    public static ReadOnlySpan<int> IntShape(this torch.Tensor tensor) => Array.ConvertAll(tensor.shape, size => checked((int)size));

    /// <summary>Makes a tensor of an array.</summary>
    /// <param name="rawArray">The elements in order.</param>
    /// <param name="dimensions">The size of every dimension.</param>
    /// <param name="doCopy">Has no meaning here: the elements are always copied.</param>
    /// <param name="requires_grad">Whether operations on it are recorded.</param>
    /// <returns>A new tensor of those dimensions.</returns>
    public static torch.Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false) where T : unmanaged =>
        TensorFactory.From<T>(rawArray, dimensions, null, null, requires_grad);

    /// <summary>Makes a tensor of one number, without dimensions.</summary>
    /// <param name="scalar">The number.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Whether operations on it are recorded.</param>
    /// <returns>A new tensor ().</returns>
    public static torch.Tensor ToTensor<T>(this T scalar, torch.Device? device = null, bool requires_grad = false) where T : unmanaged =>
        TensorFactory.From<T>([scalar], [], null, device, requires_grad);

    /// <summary>The only element as a truth value: whether it is not zero.</summary>
    public static bool ToBoolean(this torch.Tensor value) => value.ToScalar().ToBoolean();

    /// <summary>The only element as a byte.</summary>
    public static byte ToByte(this torch.Tensor value) => value.ToScalar().ToByte();

    /// <summary>The only element as a signed byte.</summary>
    public static sbyte ToSByte(this torch.Tensor value) => value.ToScalar().ToSByte();

    /// <summary>The only element as a 16-bit integer.</summary>
    public static short ToInt16(this torch.Tensor value) => value.ToScalar().ToInt16();

    /// <summary>The only element as a 32-bit integer.</summary>
    public static int ToInt32(this torch.Tensor value) => value.ToScalar().ToInt32();

    /// <summary>The only element as a 64-bit integer.</summary>
    public static long ToInt64(this torch.Tensor value) => value.ToScalar().ToInt64();

    /// <summary>The only element as a half-precision number.</summary>
    public static Half ToHalf(this torch.Tensor value) => value.ToScalar().ToHalf();

    /// <summary>The only element as the upper half of a single-precision number.</summary>
    public static BFloat16 ToBFloat16(this torch.Tensor value) => value.ToScalar().ToBFloat16();

    /// <summary>The only element as the two parts of a complex number.</summary>
    public static (float Real, float Imaginary) ToComplexFloat32(this torch.Tensor value) => value.ToScalar().ToComplexFloat32();

    /// <summary>The only element as the two parts of a complex number.</summary>
    public static (float Real, float Imaginary) ToComplex32(this torch.Tensor value) => value.ToScalar().ToComplexFloat32();

    /// <summary>The only element as a complex number.</summary>
    public static Complex ToComplexFloat64(this torch.Tensor value) => value.ToScalar().ToComplexFloat64();

    /// <summary>The only element as a complex number.</summary>
    public static Complex ToComplex64(this torch.Tensor value) => value.ToScalar().ToComplexFloat64();

    /// <summary>The only element as a single-precision number.</summary>
    public static float ToSingle(this torch.Tensor value) => value.ToScalar().ToSingle();

    /// <summary>The only element as a double-precision number.</summary>
    public static double ToDouble(this torch.Tensor value) => value.ToScalar().ToDouble();
}
