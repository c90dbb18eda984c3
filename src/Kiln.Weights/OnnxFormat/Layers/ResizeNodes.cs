using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>Layers that make signals and pictures larger or smaller.</summary>
internal static class ResizeNodes
{
    public static OnnxValue Of(OnnxScope scope, Upsample layer, OnnxValue input)
    {
        if (layer.mode == UpsampleMode.Bicubic) throw scope.Refusal(layer, "programs blend by cubic curves differently at the border. Use Bilinear");
        float[] scales = [1, 1, .. Factors(layer, input).Select(factor => Exact(scope, layer, factor))];
        return scope.Node("Resize", [input, OnnxValue.None, scope.Constant("scales", scales)], Places(layer));
    }

    // PyTorch's places: a value repeated from its corner on, or blended between the middles, or the corners, of its neighbours.
    private static OnnxAttribute[] Places(Upsample layer) => layer.mode == UpsampleMode.Nearest
        ? [OnnxAttribute.Of("mode", "nearest"), OnnxAttribute.Of("coordinate_transformation_mode", "asymmetric"), OnnxAttribute.Of("nearest_mode", "floor")]
        : [OnnxAttribute.Of("mode", "linear"), OnnxAttribute.Of("coordinate_transformation_mode", layer.align_corners == true ? "align_corners" : "half_pixel")];

    /// <summary>The factor of each dimension after (N, C): as given, or that of the sizes where these are given.</summary>
    private static double[] Factors(Upsample layer, OnnxValue input)
    {
        ReadOnlySpan<double> given = layer.scale_factor;
        int dimensions = input.Shape.Length - 2;
        if (given.Length > 0 && layer.recompute_scale_factor != true) return given.Length == dimensions ? given.ToArray() : [.. Enumerable.Repeat(given[0], dimensions)];
        long[] resized = layer.call(input.Sample).shape;
        return [.. Enumerable.Range(2, dimensions).Select(i => (double)resized[i] / input.Shape[i])];
    }

    private static float Exact(OnnxScope scope, Upsample layer, double factor) => (float)factor == factor
        ? (float)factor
        : throw scope.Refusal(layer, FormattableString.Invariant($"programs round its scale {factor:0.####} differently. Use a scale such as 2, 1.5 or 0.5"));
}
