using System.Globalization;
using System.Text;
using TorchSharp;

namespace Kiln.Notebooks;

/// <summary>A tensor as text: shape and type, then its values, or their range where they are many.</summary>
internal static class TensorText
{
    private const long MostValues = 1000;
    private const int LongestLine = 100;

    /// <summary>The text; the tensor is not changed.</summary>
    public static string Of(torch.Tensor tensor)
    {
        if (tensor.IsInvalid)
            return "a disposed tensor: its values are gone. Show it before its dispose scope ends, or keep it with MoveToOuterDisposeScope().";
        var head = $"({string.Join(", ", tensor.shape)}) {tensor.dtype}{(tensor.requires_grad ? ", requires_grad" : "")}";
        if (tensor.numel() == 0) return head + "\nno values";
        using var scope = torch.NewDisposeScope();
        using var noGrad = torch.no_grad();
        var values = tensor.detach();
        return head + "\n" + (tensor.numel() <= MostValues ? Nested(Words(values), tensor.shape) : Range(values));
    }

    private static string[] Words(torch.Tensor values)
    {
        if (values.dtype == torch.ScalarType.Bool) return [.. Numbers(values).Select(value => value != 0 ? "True" : "False")];
        if (!values.is_complex()) return [.. Numbers(values).Select(Text)];
        return [.. Numbers(values.real).Zip(Numbers(values.imag), (real, imaginary) => $"{Text(real)}{(imaginary < 0 ? "-" : "+")}{Text(Math.Abs(imaginary))}i")];
    }

    private static double[] Numbers(torch.Tensor values) => values.to_type(torch.ScalarType.Float64).cpu().contiguous().data<double>().ToArray();

    private static string Range(torch.Tensor values)
    {
        if (values.dtype == torch.ScalarType.Bool) return $"{Kiln.Notebooks.Numbers.Count(values.sum().item<long>())} of {Kiln.Notebooks.Numbers.Count(values.numel())} True";
        var numbers = (values.is_complex() ? values.abs() : values).to_type(torch.ScalarType.Float64);
        return $"{(values.is_complex() ? "sizes " : "")}from {Text(numbers.min().item<double>())} to {Text(numbers.max().item<double>())}, mean {Text(numbers.mean().item<double>())}";
    }

    private static string Nested(string[] words, long[] shape)
    {
        if (shape.Length == 0) return words[0];
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
            if (axis == shape.Length - 1) text.Append(Between(i, width, shape.Length)).Append(words[first + i].PadLeft(width));
            else
            {
                if (i > 0) text.Append('\n', shape.Length - 1 - axis).Append(' ', axis + 1);
                Append(text, words, width, shape, axis + 1, first + i * step);
            }
        }
        text.Append(']');
    }

    // A row longer than a terminal is wide goes on below its first value.
    private static string Between(long place, int width, int depth)
    {
        if (place == 0) return "";
        return place % Math.Max(1, (LongestLine - depth) / (width + 1)) == 0 ? "\n" + new string(' ', depth) : " ";
    }

    private static string Text(double value) => value.ToString("G5", CultureInfo.InvariantCulture);
}
