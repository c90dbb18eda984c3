using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>The innermost submodules of a module in the order they are defined: what users call its layers.</summary>
internal static class ModuleTree
{
    public static IReadOnlyList<(string Name, nn.Module Module)> Leaves(nn.Module root)
    {
        var leaves = new List<(string, nn.Module)>();
        var seen = new HashSet<nn.Module>(ReferenceEqualityComparer.Instance);
        Walk(root, "", leaves, seen);
        return leaves;
    }

    /// <summary>The same with names for messages: "Linear (layer 4, line 3)" in a stack, "fc2 (Linear)" elsewhere.</summary>
    public static IReadOnlyList<(string Name, nn.Module Module)> NamedLeaves(nn.Module root) => root is LayerStack stack
        ? [.. Steps(stack).SelectMany(step => Leaves(step.Module).Select(leaf => (InStep(step, leaf), leaf.Module)))]
        : [.. Leaves(root).Select(leaf => ($"{leaf.Name} ({leaf.Module.GetType().Name})", leaf.Module))];

    /// <summary>The layers of a stack with those of its groups in their place; a residual block stands after its own layers, for its shortcut.</summary>
    public static IEnumerable<StackedLayer> Steps(LayerStack stack) => stack.Steps.SelectMany(step => step.Module switch
    {
        LayerStack group => Steps(group),
        ResidualBlock { Shortcut: { } shortcut } block => Steps(block.Body).Append(step with { Module = shortcut }),
        ResidualBlock block => Steps(block.Body),
        _ => [step],
    });

    private static string InStep(StackedLayer step, (string Name, nn.Module Module) leaf) =>
        ReferenceEquals(step.Module, leaf.Module) ? step.Where : $"{step.Where}, {leaf.Name}";

    private static void Walk(nn.Module module, string name, List<(string, nn.Module)> leaves, HashSet<nn.Module> seen)
    {
        if (!seen.Add(module)) return;
        bool isLeaf = true;
        foreach ((string childName, nn.Module child) in module.named_children())
        {
            isLeaf = false;
            Walk(child, name.Length == 0 ? childName : $"{name}.{childName}", leaves, seen);
        }
        if (isLeaf) leaves.Add((name.Length == 0 ? module.GetName() : name, module));
    }
}
