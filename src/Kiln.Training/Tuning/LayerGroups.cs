using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>A layer with its weights.</summary>
/// <param name="Name">Place in the module: "0", "net.conv1".</param>
/// <param name="Weights">Its weights by their names in the module.</param>
internal sealed record LayerGroup(string Name, IReadOnlyList<(string Name, Parameter Weight)> Weights);

/// <summary>The layers of a module that have weights, from the input to the output, as far as the order of definition tells.</summary>
internal static class LayerGroups
{
    /// <summary>The groups; a weight that several layers share belongs to the first.</summary>
    public static IReadOnlyList<LayerGroup> Of(nn.Module module)
    {
        (string[] Path, string Name, Parameter Weight)[] all = [.. module.named_parameters().Select(entry => (entry.name.Split('.'), entry.name, entry.parameter))];
        int depth = 1;
        // A module that only wraps another one has the other one's layers: "net.0.weight" belongs to "net.0".
        while (all.Length > 0 && all.All(entry => entry.Path.Length > depth + 1 && entry.Path[depth - 1] == all[0].Path[depth - 1])) depth++;
        return [.. all.GroupBy(entry => string.Join('.', entry.Path.Take(Math.Min(depth, entry.Path.Length))))
            .Select(group => new LayerGroup(group.Key, [.. group.Select(entry => (entry.Name, entry.Weight))]))];
    }
}
