using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>Layers that normalise.</summary>
internal static class NormNodes
{
    public static OnnxValue Batch(OnnxScope scope, BatchNorm layer, OnnxValue input)
    {
        if (layer.running_mean is not { } mean || layer.running_var is not { } variance)
            throw scope.Refusal(layer, "it has no running statistics. Leave track_running_stats at its default");
        var (scale, shift) = layer.affine ? (layer.weight, layer.bias!) : (ones_like(mean), zeros_like(mean));
        return scope.Node("BatchNormalization",
            [input, scope.Weight("weight", scale), scope.Weight("bias", shift), scope.Weight("running_mean", mean), scope.Weight("running_var", variance)],
            OnnxAttribute.Of("epsilon", layer.eps));
    }

    public static OnnxValue Layer(OnnxScope scope, LayerNorm layer, OnnxValue input)
    {
        var scale = layer.elementwise_affine ? layer.weight : ones(layer.normalized_shape);
        OnnxValue[] shift = layer.elementwise_affine && layer.bias is { } bias ? [scope.Weight("bias", bias)] : [];
        return scope.Node("LayerNormalization", [input, scope.Weight("weight", scale), .. shift],
            OnnxAttribute.Of("axis", -layer.normalized_shape.Length), OnnxAttribute.Of("epsilon", layer.eps));
    }
}
