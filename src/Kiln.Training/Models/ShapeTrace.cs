using System.Collections.Immutable;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Watches the innermost submodules of a module during one forward pass, by hooks that are removed on disposal.</summary>
internal sealed class ShapeTrace : IDisposable
{
    private readonly Dictionary<nn.Module, long[]> _shapes = new(ReferenceEqualityComparer.Instance);
    private readonly List<Action> _removers = [];

    public ShapeTrace(nn.Module module)
    {
        Leaves = ModuleTree.Leaves(module);
        foreach ((string name, nn.Module leaf) in Leaves)
        {
            if (leaf is not nn.Module<Tensor, Tensor> watched) continue;
            var hook = watched.register_forward_hook((_, _, output) => Note(name, watched, output));
            _removers.Add(hook.remove);
        }
    }

    public IReadOnlyList<(string Name, nn.Module Module)> Leaves { get; }

    /// <summary>"fc2 (Linear)": the innermost module called last.</summary>
    public string? LastCalled { get; private set; }

    public static long ParametersOf(nn.Module module) => module.parameters().Where(p => p.requires_grad).Sum(p => p.numel());

    public SummaryRow RowOf(string name, string kind, nn.Module module, long[]? outputShape)
    {
        outputShape ??= _shapes.GetValueOrDefault(module);
        long multiplyAdds = Leaves.Where(leaf => ReferenceEquals(leaf.Module, module) || module.modules().Contains(leaf.Module))
            .Sum(leaf => MultiplyAdds(leaf.Module));
        return new SummaryRow(name, kind, outputShape?.ToImmutableArray(), ParametersOf(module), multiplyAdds);
    }

    public void Dispose()
    {
        foreach (Action remove in _removers) remove();
    }

    private Tensor Note(string name, nn.Module module, Tensor output)
    {
        if (output.ndim > 0) _shapes[module] = output.shape[1..];
        LastCalled = $"{name} ({module.GetType().Name})";
        return output;
    }

    /// <summary>Every output element of a linear layer or convolution is a dot product with one slice of the weight.</summary>
    private long MultiplyAdds(nn.Module leaf)
    {
        Tensor? weight = leaf switch
        {
            Linear linear => linear.weight,
            Convolution convolution => convolution.weight,
            _ => null,
        };
        if (weight is null || !_shapes.TryGetValue(leaf, out long[]? shape))
            return 0;
        long outputs = shape.Aggregate(1L, (product, size) => product * size);
        return outputs * (weight.numel() / weight.shape[0]);
    }
}
