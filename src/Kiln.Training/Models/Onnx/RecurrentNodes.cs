using Kiln.Weights;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Recurrent networks as nodes of ONNX, one for each of the stacked networks. Steps come first there, and gates have another order.</summary>
/// <seealso href="https://github.com/onnx/onnx/blob/v1.12.0/docs/Operators.md#LSTM"/>
internal static class RecurrentNodes
{
    // Where each gate of ONNX stands in PyTorch: i o f c in i f g o, z r h in r z n.
    private static readonly Dictionary<string, int[]> Gates = new() { ["LSTM"] = [0, 3, 1, 2], ["GRU"] = [1, 0, 2], ["RNN"] = [0] };

    // Of the outputs Y, (T, directions, N, H), and Y_h, (directions, N, H), of each operator.
    private const int EveryStep = 0, LastState = 1;

    public static OnnxValue Of(OnnxScope scope, RecurrentLayer layer, OnnxValue input)
    {
        var weights = layer.state_dict();
        long width = layer.Sizes.Hidden * layer.Sizes.Directions;
        OnnxValue steps = scope.Node("Transpose", [input], OnnxAttribute.Of("perm", [1, 0, 2]));
        for (int i = 0; i < layer.Sizes.Layers - 1; i++)
        {
            OnnxValue both = scope.Node("Transpose", [Network(scope, layer, weights, i, steps, EveryStep)], OnnxAttribute.Of("perm", [0, 2, 1, 3]));
            steps = scope.Node("Reshape", [both, scope.Constant("joined", [0, 0, width])]);
        }
        int place = layer.Sizes.Last ? LastState : EveryStep;
        OnnxValue top = Network(scope, layer, weights, layer.Sizes.Layers - 1, steps, place);
        long[] order = layer.Sizes.Last ? [1, 0, 2] : [2, 0, 1, 3], shape = layer.Sizes.Last ? [0, width] : [0, 0, width];
        OnnxValue examplesFirst = scope.Node("Transpose", [top], OnnxAttribute.Of("perm", order));
        return scope.Node("Reshape", [examplesFirst, scope.Constant("shape", shape)]);
    }

    private static OnnxValue Network(OnnxScope scope, RecurrentLayer layer, Dictionary<string, Tensor> weights, int index, OnnxValue steps, int place)
    {
        string kind = layer.GetName(), path = kind.ToLowerInvariant();
        string[] ends = layer.Sizes.Bidirectional ? [$"l{index}", $"l{index}_reverse"] : [$"l{index}"];
        Tensor Stacked(string name) => stack([.. ends.Select(end => Reordered(weights[$"{path}.{name}_{end}"], Gates[kind]))]);
        List<OnnxAttribute> attributes =
        [
            OnnxAttribute.Of("hidden_size", layer.Sizes.Hidden),
            OnnxAttribute.Of("direction", layer.Sizes.Bidirectional ? "bidirectional" : "forward"),
        ];
        // PyTorch resets the state behind its matrix.
        if (kind == "GRU") attributes.Add(OnnxAttribute.Of("linear_before_reset", 1));
        OnnxValue input = scope.Weight($"{path}.W_l{index}", Stacked("weight_ih")), state = scope.Weight($"{path}.R_l{index}", Stacked("weight_hh"));
        OnnxValue bias = scope.Weight($"{path}.B_l{index}", cat([Stacked("bias_ih"), Stacked("bias_hh")], 1));
        return scope.NodeOutput(kind, place, [steps, input, state, bias], [.. attributes]);
    }

    /// <summary>The rows of a weight, gate by gate, in ONNX's order.</summary>
    private static Tensor Reordered(Tensor weight, int[] gates)
    {
        Tensor[] parts = weight.chunk(gates.Length, 0);
        return cat([.. gates.Select(gate => parts[gate])], 0);
    }
}
