using System.Globalization;
using System.Text;
using TorchSharp;

namespace Kiln.Notebooks;

/// <summary>A tensor as text: shape and type, then its values, or their range where they are many.</summary>
internal static class TensorText
{
    private const long MostValues = 1000;

    /// <summary>The text; the tensor is not changed.</summary>
    public static string Of(torch.Tensor tensor)
    {
        var head = $"({string.Join(", ", tensor.shape)}) {tensor.dtype}{(tensor.requires_grad ? ", requires_grad" : "")}";
        if (tensor.numel() == 0) return head + "\nno values";
        using var scope = torch.NewDisposeScope();
        using var noGrad = torch.no_grad();
        var numbers = tensor.detach().to_type(torch.ScalarType.Float64);
        return head + "\n" + (tensor.numel() <= MostValues
            ? Nested(numbers.contiguous().data<double>().ToArray(), tensor.shape)
            : $"from {Text(numbers.min().item<double>())} to {Text(numbers.max().item<double>())}, mean {Text(numbers.mean().item<double>())}");
    }

    private static string Nested(double[] values, long[] shape)
    {
        if (shape.Length == 0) return Text(values[0]);
        var words = values.Select(Text).ToArray();
        var width = words.Max(word => word.Length);
        var text = new StringBuilder();
        Append(text, words, width, shape, 0, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string[] words, int width, long[] shape, int axis, long first)
    {
        var step = shape.Skip(axis + 1).Aggregate(1L, (product, size) => product * size);
        text.Append('[');
        for (var i = 0L; i < shape[axis]; i++)
        {
            if (axis == shape.Length - 1) text.Append(i == 0 ? "" : " ").Append(words[first + i].PadLeft(width));
            else
            {
                if (i > 0) text.Append('\n', shape.Length - 1 - axis).Append(' ', axis + 1);
                Append(text, words, width, shape, axis + 1, first + i * step);
            }
        }
        text.Append(']');
    }

    private static string Text(double value) => value.ToString("G5", CultureInfo.InvariantCulture);
}
