using System.Text.Json;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Members;

/// <summary>The tensors of one call of a case, new for each call, as leaves that collect gradients.</summary>
internal sealed class ArgumentValues
{
    private readonly List<IReadOnlyList<Tensor>> _arguments = [];
    private readonly List<Tensor> _leaves = [];

    /// <summary>The leaves in the order of the arguments.</summary>
    public IReadOnlyList<Tensor> Leaves => _leaves;

    /// <summary>Makes the tensors.</summary>
    /// <param name="arguments">The arguments in the fixture.</param>
    /// <param name="withGradients">Whether the leaves collect gradients.</param>
    /// <param name="inPlace">Whether the first one will be changed, which leaves do not allow.</param>
    public ArgumentValues(IEnumerable<JsonElement> arguments, bool withGradients, bool inPlace)
    {
        foreach (var argument in arguments) _arguments.Add([.. Tensors(argument).Select(json => Make(json, withGradients, inPlace))]);
    }

    /// <summary>The tensors of the argument at a position.</summary>
    public IReadOnlyList<Tensor> this[int position] => _arguments[position];

    private static IEnumerable<JsonElement> Tensors(JsonElement argument)
    {
        if (argument.ValueKind != JsonValueKind.Object) return [];
        return argument.TryGetProperty("tensors", out var list) ? list.EnumerateArray() : [argument];
    }

    private Tensor Make(JsonElement json, bool withGradients, bool inPlace)
    {
        var leaf = GoldenTensor.Read(json);
        if (withGradients && leaf.is_floating_point()) leaf.requires_grad = true;
        _leaves.Add(leaf);
        return inPlace && _leaves.Count == 1 ? leaf.clone() : leaf;
    }
}
