using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>Layers that reduce windows to one value.</summary>
internal static class PoolNodes
{
    public static OnnxValue Max(OnnxScope scope, MaxPool1d layer, OnnxValue input)
    {
        RequireFloor(scope, layer, layer.ceil_mode);
        return scope.Node("MaxPool", [input], [.. Window([layer.kernel_size], [layer.stride], [layer.padding]), OnnxAttribute.Of("dilations", [layer.dilation])]);
    }

    public static OnnxValue Max(OnnxScope scope, MaxPool2d layer, OnnxValue input)
    {
        RequireFloor(scope, layer, layer.ceil_mode);
        return scope.Node("MaxPool", [input], [.. Window(layer.kernel_size, layer.stride, layer.padding), OnnxAttribute.Of("dilations", Both(layer.dilation))]);
    }

    public static OnnxValue Mean(OnnxScope scope, AvgPool1d layer, OnnxValue input)
    {
        RequireFloor(scope, layer, layer.ceil_mode);
        return Mean(scope, input, Window([layer.kernel_size], [layer.stride], [layer.padding]), layer.count_include_pad);
    }

    public static OnnxValue Mean(OnnxScope scope, AvgPool2d layer, OnnxValue input)
    {
        RequireFloor(scope, layer, layer.ceil_mode);
        if (layer.divisor_override is not null) throw scope.Refusal(layer, "ONNX has no divisor_override. Leave it out");
        return Mean(scope, input, Window(layer.kernel_size, layer.stride, layer.padding), layer.count_include_pad);
    }

    public static OnnxValue Adaptive(OnnxScope scope, AdaptiveAvgPool1d layer, OnnxValue input) => Adaptive(scope, layer, input, [layer.output_size]);

    public static OnnxValue Adaptive(OnnxScope scope, AdaptiveAvgPool2d layer, OnnxValue input) => Adaptive(scope, layer, input, Both(layer.output_size));

    private static OnnxValue Adaptive(OnnxScope scope, nn.Module layer, OnnxValue input, long[] output)
    {
        if (output.All(size => size == 1)) return scope.Node("GlobalAveragePool", [input]);
        long[] sizes = input.Shape[^output.Length..];
        if (sizes.Where((size, i) => size % output[i] != 0).Any())
            throw scope.Refusal(layer, $"its output ({string.Join(", ", output)}) does not divide its input ({string.Join(", ", sizes)}). Use an output of 1, or one that divides the input");
        long[] window = [.. sizes.Select((size, i) => size / output[i])];
        return Mean(scope, input, Window(window, window, new long[window.Length]), countPadding: true);
    }

    private static OnnxValue Mean(OnnxScope scope, OnnxValue input, OnnxAttribute[] window, bool countPadding) =>
        scope.Node("AveragePool", [input], [.. window, OnnxAttribute.Of("count_include_pad", countPadding ? 1 : 0)]);

    private static OnnxAttribute[] Window(long[] kernel, long[]? stride, long[]? padding)
    {
        long[] pads = padding is { Length: > 0 } ? Both(padding) : [0, 0];
        pads = pads[..Math.Max(kernel.Length, 1)];
        return
        [
            OnnxAttribute.Of("kernel_shape", kernel),
            OnnxAttribute.Of("strides", stride is { Length: > 0 } ? stride : kernel),
            OnnxAttribute.Of("pads", [.. pads, .. pads]),
        ];
    }

    // A single number stands for both dimensions.
    private static long[] Both(long[] sizes) => sizes.Length == 1 ? [sizes[0], sizes[0]] : sizes;

    // The specification's rule for the last window is not PyTorch's, and readers differ.
    private static void RequireFloor(OnnxScope scope, nn.Module layer, bool ceilMode)
    {
        if (ceilMode) throw scope.Refusal(layer, "its ceil_mode is read differently by different programs. Pad the input instead");
    }
}
