using Kiln.Weights;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Attention as nodes of ONNX: the projections, the scores of all pairs of steps, and the sum that they weigh.</summary>
internal static class AttentionNodes
{
    public static OnnxValue Of(OnnxScope scope, SelfAttention attention, OnnxValue input)
    {
        (long steps, long size) = (input.Shape[1], input.Shape[2]);
        long perHead = size / attention.Heads;
        OnnxValue heads = scope.Node("Reshape", [Projected(scope, "in_proj", attention.In, input), scope.Constant("heads", [0, steps, 3, attention.Heads, perHead])]);
        OnnxValue parts = scope.Node("Transpose", [heads], OnnxAttribute.Of("perm", [2, 0, 3, 1, 4]));
        OnnxValue query = scope.Node("Mul", [Part(scope, parts, 0), scope.Constant("scale", (float)(1 / Math.Sqrt(perHead)))]);
        OnnxValue keys = scope.Node("Transpose", [Part(scope, parts, 1)], OnnxAttribute.Of("perm", [0, 1, 2, 4, 3]));
        OnnxValue scores = scope.Node("MatMul", [query, keys]);
        if (attention.IsCausal) scores = scope.Node("Add", [scores, scope.Weight("mask", Mask(steps))]);
        OnnxValue weights = scope.Node("Softmax", [scores], OnnxAttribute.Of("axis", -1));
        OnnxValue sums = scope.Node("MatMul", [weights, Part(scope, parts, 2)]);
        OnnxValue joined = scope.Node("Transpose", [sums], OnnxAttribute.Of("perm", [1, 3, 2, 4, 0]));
        return Projected(scope, "out_proj", attention.Out, scope.Node("Reshape", [joined, scope.Constant("steps", [0, steps, size])]));
    }

    private static OnnxValue Projected(OnnxScope scope, string name, Linear layer, OnnxValue input)
    {
        OnnxValue turned = scope.Node("Transpose", [scope.Weight($"{name}.weight", layer.weight)], OnnxAttribute.Of("perm", [1, 0]));
        return scope.Node("Add", [scope.Node("MatMul", [input, turned]), scope.Weight($"{name}.bias", layer.bias!)]);
    }

    /// <summary>Queries, keys or values of (3, N, heads, T, size), with a first size of 1.</summary>
    private static OnnxValue Part(OnnxScope scope, OnnxValue parts, long index) =>
        scope.Node("Gather", [parts, scope.Constant(FormattableString.Invariant($"part{index}"), [index])], OnnxAttribute.Of("axis", 0));

    /// <summary>(T, T): what keeps a step from looking at later ones.</summary>
    private static Tensor Mask(long steps) => full([steps, steps], float.NegativeInfinity).triu(1);
}
