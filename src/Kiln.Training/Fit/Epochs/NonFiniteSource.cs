using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Says where the first value that is not finite came from, after a loss turned out not to be.</summary>
internal static class NonFiniteSource
{
    /// <summary>A sentence that names the first layer whose weights or output are not finite.</summary>
    public static string Find(nn.Module<Tensor, Tensor> module, Tensor inputs)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        if (!IsFinite(inputs)) return "the batch itself holds values that are not finite.";
        IReadOnlyList<(string Name, nn.Module Module)> leaves = ModuleTree.NamedLeaves(module);
        foreach ((string name, nn.Module leaf) in leaves)
        {
            if (leaf.parameters().Any(p => !IsFinite(p)))
                return $"the first weights that are not finite are those of {name}, after the step before.";
        }
        return FirstOutput(module, inputs, leaves) is { } first
            ? $"the first output that is not finite is that of {first}."
            : "all layers are finite, only the loss is not.";
    }

    private static string? FirstOutput(nn.Module<Tensor, Tensor> module, Tensor inputs, IReadOnlyList<(string Name, nn.Module Module)> leaves)
    {
        string? first = null;
        var removers = new List<Action>();
        foreach ((string name, nn.Module leaf) in leaves)
        {
            if (leaf is not nn.Module<Tensor, Tensor> watched) continue;
            var hook = watched.register_forward_hook((_, _, output) =>
            {
                if (first is null && !IsFinite(output)) first = name;
                return output;
            });
            removers.Add(hook.remove);
        }
        module.call(inputs);
        foreach (Action remove in removers) remove();
        return first;
    }

    private static bool IsFinite(Tensor values) => !values.is_floating_point() || isfinite(values).all().item<bool>();
}
