using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Watches the submodules of a module during one forward pass, by hooks that are removed on disposal.</summary>
internal sealed class ModuleTrace : IDisposable
{
    private readonly Dictionary<nn.Module, long[]> _shapes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<nn.Module, long> _multiplyAdds = new(ReferenceEqualityComparer.Instance);
    private readonly List<Action> _removers = [];
    private bool _onlyNew;

    public ModuleTrace(nn.Module module)
    {
        var leaves = ModuleTree.Leaves(module).ToDictionary<(string Name, nn.Module Module), nn.Module, string>(
            leaf => leaf.Module, leaf => leaf.Name, ReferenceEqualityComparer.Instance);
        foreach (nn.Module part in module.modules().Append(module).Distinct(ReferenceEqualityComparer.Instance).Cast<nn.Module>())
            Watch(part, leaves.GetValueOrDefault(part));
    }

    /// <summary>"fc2 (Linear)": the innermost module called last.</summary>
    public string? LastCalled { get; private set; }

    /// <summary>Bytes per example of what the innermost modules returned and the backward pass keeps.</summary>
    public long ActivationBytes { get; private set; }

    /// <summary>The shape of one example after a module; null if it was not called.</summary>
    public long[]? ShapeOf(nn.Module module) => _shapes.GetValueOrDefault(module);

    /// <summary>Multiply-adds of a module and all in it, for one example.</summary>
    public long MultiplyAddsOf(nn.Module module) =>
        module.modules().Append(module).Distinct(ReferenceEqualityComparer.Instance).Sum(part => _multiplyAdds.GetValueOrDefault((nn.Module)part!));

    /// <summary>Watches from now on only what was not called yet.</summary>
    public void FillIn() => _onlyNew = true;

    public void Dispose()
    {
        foreach (Action remove in _removers) remove();
    }

    private void Watch(nn.Module module, string? leafName)
    {
        Action? remover = module switch
        {
            nn.Module<Tensor, Tensor> layer => layer.register_forward_hook((_, input, output) => Note(layer, leafName, input, output)).remove,
            LSTM lstm => lstm.register_forward_hook((_, input, _, result) =>
            {
                Note(lstm, leafName, input, result.Item1);
                return result;
            }).remove,
            GRU gru => gru.register_forward_hook((_, input, _, result) =>
            {
                Note(gru, leafName, input, result.Item1);
                return result;
            }).remove,
            RNN rnn => rnn.register_forward_hook((_, input, _, result) =>
            {
                Note(rnn, leafName, input, result.Item1);
                return result;
            }).remove,
            _ => null,
        };
        if (remover is not null) _removers.Add(remover);
    }

    private Tensor Note(nn.Module module, string? leafName, Tensor input, Tensor output)
    {
        if (output.ndim == 0 || _onlyNew && _shapes.ContainsKey(module)) return output;
        _shapes[module] = output.shape[1..];
        _multiplyAdds[module] = _multiplyAdds.GetValueOrDefault(module) + MultiplyAdds.Of(module, input, output) / DummyBatch.Examples;
        if (leafName is not null)
        {
            LastCalled = $"{leafName} ({module.GetType().Name})";
            if (module is not (Flatten or Unflatten or Identity or Reshaped or Permuted))
                ActivationBytes += output.numel() * output.element_size() / DummyBatch.Examples;
        }
        else if (module is SelfAttention attention) ActivationBytes += attention.ActivationsOf(input.shape[1]) * sizeof(float);
        return output;
    }
}
