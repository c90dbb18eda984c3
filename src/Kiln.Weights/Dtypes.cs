using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>The format's names of dtypes and their sizes in bytes.</summary>
internal static class Dtypes
{
    private static readonly (ScalarType Type, string Name, int Size)[] Table =
    [
        (ScalarType.Float64, "F64", 8), (ScalarType.Int64, "I64", 8),
        (ScalarType.Float32, "F32", 4), (ScalarType.Int32, "I32", 4),
        (ScalarType.Float16, "F16", 2), (ScalarType.BFloat16, "BF16", 2), (ScalarType.Int16, "I16", 2),
        (ScalarType.Int8, "I8", 1), (ScalarType.Byte, "U8", 1), (ScalarType.Bool, "BOOL", 1),
    ];

    public static (string Name, int Size)? Find(ScalarType type)
    {
        foreach (var entry in Table)
            if (entry.Type == type) return (entry.Name, entry.Size);
        return null;
    }

    public static (ScalarType Type, int Size)? Find(string name)
    {
        foreach (var entry in Table)
            if (entry.Name == name) return (entry.Type, entry.Size);
        return null;
    }

    public static string Names => string.Join(", ", Table.Select(entry => entry.Name));
}
