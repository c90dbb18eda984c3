using System.Globalization;
using System.Numerics;

namespace TorchSharp;

/// <summary>Writes single elements as TorchSharp does.</summary>
internal sealed class ElementWriter(string format, CultureInfo culture)
{
    /// <summary>All elements of a tensor in main memory, in the order of the dimensions.</summary>
    internal string[] Words(torch.Tensor tensor) => tensor.dtype switch
    {
        torch.ScalarType.Bool => Each<bool>(tensor, value => value ? "True" : "False"),
        torch.ScalarType.Byte => Each<byte>(tensor, value => value.ToString(culture)),
        torch.ScalarType.Int8 => Each<sbyte>(tensor, value => value.ToString(culture)),
        torch.ScalarType.Int16 => Each<short>(tensor, value => value.ToString(culture)),
        torch.ScalarType.Int32 => Each<int>(tensor, value => value.ToString(culture)),
        torch.ScalarType.Int64 => Each<long>(tensor, value => value.ToString(culture)),
        torch.ScalarType.Float16 => Each<Half>(tensor, value => Single((float)value)),
        torch.ScalarType.BFloat16 => Each<BFloat16>(tensor, value => Single((float)value)),
        torch.ScalarType.Float32 => Each<float>(tensor, Single),
        torch.ScalarType.Float64 => Each<double>(tensor, Double),
        torch.ScalarType.ComplexFloat32 => Each<(float Real, float Imaginary)>(tensor, value => Complex(value.Real != 0, value.Imaginary != 0, Single(value.Real), Single(value.Imaginary))),
        torch.ScalarType.ComplexFloat64 => Each<Complex>(tensor, value => Complex(value.Real != 0, value.Imaginary != 0, Double(value.Real), Double(value.Imaginary))),
        var other => throw new NotSupportedException($"Elements of type {other} cannot be written. Convert them with dequantize() before."),
    };

    private static string[] Each<T>(torch.Tensor tensor, Func<T, string> write) where T : unmanaged => Array.ConvertAll(tensor.data<T>().ToArray(), value => write(value));

    private static string Complex(bool hasReal, bool hasImaginary, string real, string imaginary) =>
        !hasImaginary ? real : hasReal ? $"{real}+{imaginary}i" : $"{imaginary}i";

    private string Single(float value) => value.ToString(format, culture);

    private string Double(double value) => value.ToString(format, culture);
}
