using TorchSharp;
using TorchSharp.Modules;

namespace Kiln.Weights;

/// <summary>Convolutions and transposed convolutions.</summary>
internal static class ConvolutionNodes
{
    public static OnnxValue Of(OnnxScope scope, Convolution layer, OnnxValue input)
    {
        var (before, after) = Padding(layer);
        bool byNode = layer.padding_mode is not (PaddingModes.Zeros or PaddingModes.Constant);
        if (byNode)
        {
            input = Bordered(scope, layer, input, before, after);
            (before, after) = (new long[before.Length], new long[after.Length]);
        }
        List<OnnxAttribute> attributes =
        [
            OnnxAttribute.Of("kernel_shape", layer.kernel_size),
            OnnxAttribute.Of("strides", layer.stride),
            OnnxAttribute.Of("dilations", layer.dilation),
            OnnxAttribute.Of("group", layer.groups),
            OnnxAttribute.Of("pads", [.. before, .. after]),
        ];
        if (layer.transposed) attributes.Add(OnnxAttribute.Of("output_padding", layer.output_padding));
        OnnxValue[] bias = layer.bias is { } b ? [scope.Weight("bias", b)] : [];
        return scope.Node(layer.transposed ? "ConvTranspose" : "Conv", [input, scope.Weight("weight", layer.weight), .. bias], [.. attributes]);
    }

    private static (long[] Before, long[] After) Padding(Convolution layer)
    {
        if (layer.padding is { } both) return (both, both);
        if (layer.padding_type != TorchSharp.Padding.Same) return (new long[layer.kernel_size.Length], new long[layer.kernel_size.Length]);
        // PyTorch puts the odd one behind.
        long[] total = [.. layer.kernel_size.Select((size, i) => layer.dilation[i] * (size - 1))];
        return ([.. total.Select(size => size / 2)], [.. total.Select(size => size - size / 2)]);
    }

    private static OnnxValue Bordered(OnnxScope scope, Convolution layer, OnnxValue input, long[] before, long[] after)
    {
        string mode = layer.padding_mode switch
        {
            PaddingModes.Reflect => "reflect",
            PaddingModes.Replicate => "edge",
            _ => throw scope.Refusal(layer, $"ONNX has no padding_mode {layer.padding_mode}. Use zeros, reflect or replicate"),
        };
        var sizes = scope.Constant("border", [0, 0, .. before, 0, 0, .. after]);
        return scope.Node("Pad", [input, sizes], OnnxAttribute.Of("mode", mode));
    }
}
