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

    public static OnnxValue Instance(OnnxScope scope, InstanceNorm2d layer, OnnxValue input)
    {
        if (layer.track_running_stats) throw scope.Refusal(layer, "ONNX has no running statistics for it. Leave track_running_stats at its default");
        long channels = input.Shape[1];
        var (scale, shift) = layer.affine ? (layer.weight, layer.bias!) : (ones(channels), zeros(channels));
        return scope.Node("InstanceNormalization", [input, scope.Weight("weight", scale), scope.Weight("bias", shift)], OnnxAttribute.Of("epsilon", layer.eps));
    }

    // Each group becomes one channel, is normalised as that, and takes its old shape again.
    public static OnnxValue Group(OnnxScope scope, GroupNorm layer, OnnxValue input)
    {
        var (groups, channels) = (layer.num_groups, input.Shape[1]);
        var rows = scope.Node("Reshape", [input, scope.Constant("groups", [0, groups, -1])]);
        var normal = scope.Node("InstanceNormalization", [rows, scope.Weight("group_scale", ones(groups)), scope.Weight("group_shift", zeros(groups))],
            OnnxAttribute.Of("epsilon", layer.eps));
        var shaped = scope.Node("Reshape", [normal, scope.Constant("shape", [0, .. input.Shape[1..]])]);
        if (!layer.affine) return shaped;
        long[] perChannel = [channels, .. input.Shape.Skip(2).Select(_ => 1L)];
        var scaled = scope.Node("Mul", [shaped, scope.Weight("weight", layer.weight.reshape(perChannel))]);
        return scope.Node("Add", [scaled, scope.Weight("bias", layer.bias!.reshape(perChannel))]);
    }

    public static OnnxValue Layer(OnnxScope scope, LayerNorm layer, OnnxValue input)
    {
        var scale = layer.elementwise_affine ? layer.weight : ones(layer.normalized_shape);
        OnnxValue[] shift = layer.elementwise_affine && layer.bias is { } bias ? [scope.Weight("bias", bias)] : [];
        return scope.Node("LayerNormalization", [input, scope.Weight("weight", scale), .. shift],
            OnnxAttribute.Of("axis", -layer.normalized_shape.Length), OnnxAttribute.Of("epsilon", layer.eps));
    }
}
