using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>A dtype by the format's name. Type is null where libtorch has no such elements: their place in the file is known, their values cannot be read.</summary>
internal sealed record Dtype(string Name, ScalarType? Type, int Size);

/// <summary>The format's dtypes.</summary>
internal static class Dtypes
{
    private static readonly Dtype[] Table =
    [
        new("F64", ScalarType.Float64, 8), new("I64", ScalarType.Int64, 8), new("C64", ScalarType.ComplexFloat32, 8),
        new("F32", ScalarType.Float32, 4), new("I32", ScalarType.Int32, 4),
        new("F16", ScalarType.Float16, 2), new("BF16", ScalarType.BFloat16, 2), new("I16", ScalarType.Int16, 2),
        new("I8", ScalarType.Int8, 1), new("U8", ScalarType.Byte, 1), new("BOOL", ScalarType.Bool, 1),
        new("U64", null, 8), new("U32", null, 4), new("U16", null, 2),
        new("F8_E4M3", null, 1), new("F8_E5M2", null, 1), new("F8_E8M0", null, 1),
    ];

    public static Dtype? Find(ScalarType type) => Array.Find(Table, entry => entry.Type == type);

    public static Dtype? Find(string name) => Array.Find(Table, entry => entry.Name == name);

    public static string Readable => string.Join(", ", Table.Where(entry => entry.Type is not null).Select(entry => entry.Name));
}
