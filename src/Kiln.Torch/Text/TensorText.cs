using System.Globalization;
using System.Text;

namespace TorchSharp;

/// <summary>Writes tensors as texts.</summary>
internal static class TensorText
{
    internal static string Metadata(torch.Tensor tensor) =>
        tensor.IsInvalid ? "[disposed]" : $"[{string.Join('x', tensor.shape)}], type = {tensor.dtype}, device = {tensor.device}";

    internal static string Write(torch.Tensor tensor, TensorStringStyle style, string? format, CultureInfo? culture, string? newLine)
    {
        var resolved = style == TensorStringStyle.Default ? torch.TensorStringStyle : style;
        if (resolved == TensorStringStyle.Metadata || tensor.IsInvalid) return Metadata(tensor);
        using var scope = torch.NewDisposeScope();
        var elements = new ElementText(tensor.cpu(), format, culture);
        var line = newLine ?? Environment.NewLine;
        return resolved switch
        {
            TensorStringStyle.Numpy => Nested(elements, '[', ']', line),
            TensorStringStyle.CSharp => $"{Metadata(tensor)}, value = {Nested(elements, '{', '}', line)}",
            _ => Julia(elements, Metadata(tensor), line),
        };
    }

    private static string Nested(ElementText elements, char open, char close, string line)
    {
        var text = new StringBuilder();
        var indices = new long[elements.Shape.Length];
        NestedPart(text, elements, indices, 0, open, close, line);
        return text.ToString();
    }

    private static void NestedPart(StringBuilder text, ElementText elements, long[] indices, int dimension, char open, char close, string line)
    {
        if (dimension == indices.Length)
        {
            text.Append(elements.At(indices));
            return;
        }
        text.Append(open);
        var separator = dimension == indices.Length - 1 ? ", " : "," + line + new string(' ', dimension + 1);
        var first = true;
        foreach (var index in elements.Shown(dimension))
        {
            if (!first) text.Append(separator);
            first = false;
            if (index < 0)
            {
                text.Append("...");
                continue;
            }
            indices[dimension] = index;
            NestedPart(text, elements, indices, dimension + 1, open, close, line);
        }
        text.Append(close);
    }

    private static string Julia(ElementText elements, string metadata, string line)
    {
        if (elements.Shape.Length == 0) return $"{metadata}, value = {elements.At([])}";
        if (elements.Shape.TotalSize() == 0) return metadata;
        var text = new StringBuilder(metadata);
        var indices = new long[elements.Shape.Length];
        JuliaPart(text, elements, indices, 0, line);
        return text.ToString();
    }

    // All dimensions but the last two are written as slices, one below the other.
    private static void JuliaPart(StringBuilder text, ElementText elements, long[] indices, int dimension, string line)
    {
        var left = indices.Length - dimension;
        if (left <= 2)
        {
            if (dimension > 0) text.Append(line).Append('[').AppendJoin(',', indices[..dimension]).Append(",..,..] =");
            foreach (var row in Rows(elements, indices, dimension)) text.Append(line).Append(' ').Append(row);
            return;
        }
        foreach (var index in elements.Shown(dimension))
        {
            if (index < 0)
            {
                text.Append(line).Append("...");
                continue;
            }
            indices[dimension] = index;
            JuliaPart(text, elements, indices, dimension + 1, line);
        }
    }

    private static IEnumerable<string> Rows(ElementText elements, long[] indices, int dimension)
    {
        var last = indices.Length - 1;
        var rows = new List<string[]>();
        foreach (var row in dimension == last ? [0] : elements.Shown(dimension))
        {
            if (row >= 0 && dimension < last) indices[dimension] = row;
            rows.Add([.. elements.Shown(last).Select(column => row < 0 || column < 0 ? "..." : Cell(elements, indices, column))]);
        }
        var width = rows.Max(row => row.Max(cell => cell.Length));
        return rows.Select(row => string.Join(' ', row.Select(cell => cell.PadLeft(width))));
    }

    private static string Cell(ElementText elements, long[] indices, long column)
    {
        indices[^1] = column;
        return elements.At(indices);
    }
}
