using System.Globalization;

namespace Kiln.Training;

/// <summary>Shapes in messages and summaries: "(6, 28, 28)".</summary>
internal static class ShapeText
{
    public static string Of(ReadOnlySpan<long> shape)
    {
        var parts = new string[shape.Length];
        for (int i = 0; i < parts.Length; i++) parts[i] = shape[i].ToString(CultureInfo.InvariantCulture);
        return $"({string.Join(", ", parts)})";
    }

    /// <summary>A batch's shape with its first size written as N: "(N, 10)".</summary>
    public static string OfBatch(ReadOnlySpan<long> example) => example.Length == 0 ? "(N)" : $"(N, {Of(example)[1..]}";
}
