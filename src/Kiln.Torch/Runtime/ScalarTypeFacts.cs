namespace TorchSharp;

/// <summary>What follows from a type of elements.</summary>
internal static class ScalarTypeFacts
{
    internal static bool IsFloatingPoint(this torch.ScalarType type) =>
        type is torch.ScalarType.Float16 or torch.ScalarType.BFloat16 or torch.ScalarType.Float32 or torch.ScalarType.Float64;

    internal static bool IsComplex(this torch.ScalarType type) => type is torch.ScalarType.ComplexFloat32 or torch.ScalarType.ComplexFloat64;

    internal static bool IsIntegral(this torch.ScalarType type) => type is >= torch.ScalarType.Byte and <= torch.ScalarType.Int64;

    internal static int Bytes(this torch.ScalarType type) => type switch
    {
        torch.ScalarType.ComplexFloat64 => 16,
        torch.ScalarType.Int64 or torch.ScalarType.Float64 or torch.ScalarType.ComplexFloat32 => 8,
        torch.ScalarType.Int32 or torch.ScalarType.Float32 or torch.ScalarType.QInt32 => 4,
        torch.ScalarType.Int16 or torch.ScalarType.Float16 or torch.ScalarType.BFloat16 => 2,
        _ => 1,
    };

    /// <summary>The type of elements that a .NET type stands for.</summary>
    /// <exception cref="ArgumentException">It stands for none.</exception>
    internal static torch.ScalarType Of(Type type)
    {
        if (type == typeof(float)) return torch.ScalarType.Float32;
        if (type == typeof(double)) return torch.ScalarType.Float64;
        if (type == typeof(long)) return torch.ScalarType.Int64;
        if (type == typeof(int)) return torch.ScalarType.Int32;
        if (type == typeof(byte)) return torch.ScalarType.Byte;
        if (type == typeof(bool)) return torch.ScalarType.Bool;
        if (type == typeof(short)) return torch.ScalarType.Int16;
        if (type == typeof(sbyte)) return torch.ScalarType.Int8;
        if (type == typeof(Half)) return torch.ScalarType.Float16;
        if (type == typeof(BFloat16)) return torch.ScalarType.BFloat16;
        if (type == typeof(System.Numerics.Complex)) return torch.ScalarType.ComplexFloat64;
        if (type == typeof((float, float))) return torch.ScalarType.ComplexFloat32;
        throw new ArgumentException($"Tensors hold numbers and truth values, not {type.Name}. Convert the elements to float, double, long, int, short, sbyte, byte, bool, Half, BFloat16, Complex or (float, float).");
    }
}
