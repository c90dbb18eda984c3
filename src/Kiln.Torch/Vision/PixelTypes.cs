using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Converts pixels between types, keeping black black and white white.</summary>
internal static class PixelTypes
{
    public static Tensor Convert(Tensor image, ScalarType type)
    {
        using var scope = NewDisposeScope();
        var isReal = IsReal(type);
        var converted = (image.is_floating_point(), isReal) switch
        {
            (true, true) => image.to(type),
            // Just below the next number, so that 1 becomes the greatest value.
            (true, false) => (image * (Greatest(type) + 1 - 1e-3)).to(type),
            (false, true) => image.to(type) / Greatest(image.dtype),
            _ => Scaled(image, type),
        };
        return (ReferenceEquals(converted, image) ? image.alias() : converted).MoveToOuterDisposeScope();
    }

    private static Tensor Scaled(Tensor image, ScalarType type)
    {
        var (from, to) = (Greatest(image.dtype), Greatest(type));
        if (from == to) return image.to(type);
        if (from > to) return image.div((long)((from + 1) / (to + 1)), RoundingMode.floor).to(type);
        return image.to(type) * (long)((to + 1) / (from + 1));
    }

    private static bool IsReal(ScalarType type) => type is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64;

    private static double Greatest(ScalarType type) => type switch
    {
        ScalarType.Byte => byte.MaxValue,
        ScalarType.Int8 => sbyte.MaxValue,
        ScalarType.Int16 => short.MaxValue,
        ScalarType.Int32 => int.MaxValue,
        ScalarType.Int64 => long.MaxValue,
        ScalarType.Bool => 1,
        _ => throw new ArgumentException($"ConvertImageDType: pixels cannot be {type}. Use a type of real or of whole numbers."),
    };
}
