using System.Text;

namespace Kiln.Weights;

/// <summary>Texts of a file in messages: short and on one line, whatever the file says.</summary>
internal static class Words
{
    private const int Longest = 80;

    public static string Short(string text)
    {
        var shown = new StringBuilder();
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, Longest))) shown.Append(char.IsControl(c) || char.IsSurrogate(c) ? '?' : c);
        return text.Length > Longest ? shown.Append('…').ToString() : shown.ToString();
    }

    public static string Shape(IReadOnlyList<long> shape) => $"({string.Join(", ", shape)})";

    /// <summary>The bytes of a tensor, or null if no file could hold its elements. A size of zero hides no other that is too large.</summary>
    public static long? SizeInBytes(ReadOnlySpan<long> shape, int elementSize)
    {
        long size = elementSize;
        foreach (long dimension in shape)
        {
            if (dimension > 0 && size > long.MaxValue / dimension) return null;
            size *= Math.Max(dimension, 1);
        }
        return shape.Contains(0) ? 0 : size;
    }
}
