using System.Globalization;

namespace TorchSharp;

/// <summary>Writes tensors as texts.</summary>
internal static class TensorText
{
    // Julia's style shows all rows, as TorchSharp does, but not those of tensors that would fill pages.
    // The limit is PyTorch's: https://docs.pytorch.org/docs/1.13/generated/torch.set_printoptions.html.
    private const long ShownWhole = 1000;

    internal static string Metadata(torch.Tensor tensor) =>
        tensor.IsInvalid ? "[disposed]" : $"[{string.Join('x', tensor.shape)}], type = {tensor.dtype}, device = {tensor.device}";

    internal static string Write(torch.Tensor tensor, TensorStringStyle style, string? format, int? width, CultureInfo? culture, string? newLine)
    {
        var options = PrintOptions.Current;
        var chosen = style == TensorStringStyle.Default ? options.Style : style;
        if (chosen == TensorStringStyle.Metadata || tensor.IsInvalid || tensor.device_type == DeviceType.META) return Metadata(tensor);
        var writer = new ElementWriter(format ?? options.FloatFormat, culture ?? CultureInfo.InvariantCulture);
        var line = newLine ?? options.NewLine ?? Environment.NewLine;
        return chosen switch
        {
            TensorStringStyle.Numpy => new NumpyText(new ShownElements(tensor, Limits(tensor, options), writer), line).Write(),
            TensorStringStyle.CSharp => $"{Metadata(tensor)}, value = {new CSharpText(new ShownElements(tensor, Limits(tensor, options), writer), tensor.dtype, line).Write()}",
            _ => Julia(tensor, writer, options, width ?? options.LineWidth, line),
        };
    }

    private static string Julia(torch.Tensor tensor, ElementWriter writer, PrintOptions options, int width, string line)
    {
        var shape = tensor.shape;
        if (shape.Length == 0) return $"{Metadata(tensor)}, value = {new ShownElements(tensor, [], writer)[0]}";
        if (tensor.numel() == 0) return Metadata(tensor);
        var limits = Array.ConvertAll(shape, _ => tensor.numel() > ShownWhole ? options.MaxRows : int.MaxValue);
        // A word has at least one character and stands after a space. More columns than fit are never shown.
        using var scope = torch.NewDisposeScope();
        var columns = Math.Min(shape[^1], width / 2 + 1);
        limits[^1] = int.MaxValue;
        var shown = columns < shape[^1] ? Ops.narrow(tensor.detach(), shape.Length - 1, 0, columns) : tensor;
        return Metadata(tensor) + new JuliaText(new ShownElements(shown, limits, writer), shape, width, line).Write();
    }

    private static int[] Limits(torch.Tensor tensor, PrintOptions options)
    {
        var limits = new int[tensor.ndim];
        Array.Fill(limits, options.MaxRows);
        if (limits.Length > 0) limits[^1] = options.MaxColumns;
        return limits;
    }
}
