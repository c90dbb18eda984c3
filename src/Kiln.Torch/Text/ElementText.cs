using System.Globalization;

namespace TorchSharp;

/// <summary>The elements of a tensor as texts, and which of them are shown.</summary>
internal sealed class ElementText
{
    // PyTorch's own limits: https://pytorch.org/docs/1.13/generated/torch.set_printoptions.html.
    private const long ShownWhole = 1000;
    private const int Edge = 3;

    private readonly torch.Tensor _tensor;
    private readonly string _format;
    private readonly CultureInfo _culture;

    internal ElementText(torch.Tensor tensor, string? format, CultureInfo? culture)
    {
        Type = tensor.dtype;
        _format = format ?? "g5";
        _culture = culture ?? CultureInfo.InvariantCulture;
        Shape = tensor.shape;
        IsShortened = Shape.TotalSize() > ShownWhole;
        _tensor = Type.IsFloatingPoint() ? tensor.detach().to_type(torch.ScalarType.Float64) : tensor.detach();
    }

    internal torch.ScalarType Type { get; }

    internal long[] Shape { get; }

    internal bool IsShortened { get; }

    /// <summary>The indices of a dimension that are shown; -1 stands for the gap.</summary>
    internal IEnumerable<long> Shown(int dimension)
    {
        var size = Shape[dimension];
        if (!IsShortened || size <= 2 * Edge) return Range(0, size);
        return [.. Range(0, Edge), -1, .. Range(size - Edge, Edge)];
    }

    internal string At(ReadOnlySpan<long> indices)
    {
        long[] place = [.. indices];
        return Type switch
        {
            torch.ScalarType.Bool => _tensor.data<bool>()[place] ? "true" : "false",
            torch.ScalarType.Byte => _tensor.data<byte>()[place].ToString(_culture),
            torch.ScalarType.Int8 => _tensor.data<sbyte>()[place].ToString(_culture),
            torch.ScalarType.Int16 => _tensor.data<short>()[place].ToString(_culture),
            torch.ScalarType.Int32 => _tensor.data<int>()[place].ToString(_culture),
            torch.ScalarType.Int64 => _tensor.data<long>()[place].ToString(_culture),
            _ when Type.IsFloatingPoint() => _tensor.data<double>()[place].ToString(_format, _culture),
            _ => Type.ToString(),
        };
    }

    private static IEnumerable<long> Range(long start, long count)
    {
        for (var i = start; i < start + count; i++) yield return i;
    }
}
