using TorchSharp.Modules;

namespace Kiln.Weights;

/// <summary>Layers that are one matrix.</summary>
internal static class LinearNodes
{
    public static OnnxValue Linear(OnnxScope scope, Linear layer, OnnxValue input)
    {
        var weight = scope.Weight("weight", layer.weight);
        OnnxValue[] bias = layer.bias is { } b ? [scope.Weight("bias", b)] : [];
        // Gemm takes matrices only.
        if (input.Shape.Length == 2) return scope.Node("Gemm", [input, weight, .. bias], OnnxAttribute.Of("transB", 1));
        var turned = scope.Node("Transpose", [weight], OnnxAttribute.Of("perm", [1, 0]));
        var product = scope.Node("MatMul", [input, turned]);
        return bias.Length == 0 ? product : scope.Node("Add", [product, bias[0]]);
    }

    public static OnnxValue Embedding(OnnxScope scope, Embedding layer, OnnxValue input) =>
        scope.Node("Gather", [scope.Weight("weight", layer.weight!), input], OnnxAttribute.Of("axis", 0));
}
