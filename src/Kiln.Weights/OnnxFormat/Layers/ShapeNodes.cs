using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>Layers that only arrange values anew.</summary>
internal static class ShapeNodes
{
    public static OnnxValue Flatten(OnnxScope scope, Flatten layer, OnnxValue input)
    {
        int rank = input.Shape.Length;
        var (start, end) = (FromFront(layer.start_dim, rank), FromFront(layer.end_dim, rank));
        if (start == 0) throw scope.Refusal(layer, "it joins the examples of a batch. Let it start at dimension 1");
        return start == 1 && end == rank - 1 ? scope.Node("Flatten", [input], OnnxAttribute.Of("axis", 1)) : Reshaped(scope, layer, input);
    }

    public static OnnxValue Unflatten(OnnxScope scope, Unflatten layer, OnnxValue input)
    {
        if (FromFront(layer.dim, input.Shape.Length) == 0) throw scope.Refusal(layer, "it divides the examples of a batch. Let it divide another dimension");
        return Reshaped(scope, layer, input);
    }

    // A size of 0 copies that of the input: the number of examples stays free.
    private static OnnxValue Reshaped(OnnxScope scope, nn.Module<Tensor, Tensor> layer, OnnxValue input) =>
        scope.Node("Reshape", [input, scope.Constant("shape", [0, .. layer.call(input.Sample).shape[1..]])]);

    private static long FromFront(long dimension, int rank) => dimension < 0 ? dimension + rank : dimension;
}
