using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Weights that a run leaves as they are.</summary>
internal static class Freezing
{
    private const string Body = "body";

    /// <summary>Takes the weights that a pattern names out of the training.</summary>
    /// <exception cref="TrainingException">No weight has such a name, or none is left to train.</exception>
    public static void Apply(nn.Module module, string pattern)
    {
        (string name, Parameter parameter)[] all = [.. module.named_parameters()];
        string[] frozen = Chosen(module, pattern, [.. all.Select(entry => entry.name)]);
        if (frozen.Length == 0)
            throw new TrainingException($"Freeze '{pattern}': no weight has such a name. {Known(all)} A name of a layer means all its weights, and * any letters.");
        if (all.All(entry => frozen.Contains(entry.name) || !entry.parameter.requires_grad))
            throw new TrainingException($"Freeze '{pattern}': it leaves no weight to train. {Known(all)} Leave at least the last layer out.");
        foreach ((string name, Parameter parameter) in all)
        {
            if (frozen.Contains(name)) parameter.requires_grad = false;
        }
    }

    /// <summary>
    /// Batch normalisations whose weights are all frozen: they must run in evaluation mode, or their statistics would go on changing
    /// what the frozen layers do. The rule is that of Keras.
    /// </summary>
    public static IReadOnlyList<nn.Module> FrozenNorms(nn.Module module) =>
        [.. module.modules().Where(inner => inner.named_buffers().Any(buffer => buffer.name == "running_mean")
            && inner.parameters().Any() && inner.parameters().All(weight => !weight.requires_grad))];

    private static string[] Chosen(nn.Module module, string pattern, string[] names)
    {
        var glob = new WeightPattern(pattern);
        string[] matching = [.. names.Where(glob.Matches)];
        if (matching.Length > 0 || pattern != Body) return matching;
        return [.. LayerGroups.Of(module).SkipLast(1).SelectMany(group => group.Weights).Select(entry => entry.Name)];
    }

    private static string Known((string name, Parameter parameter)[] all)
    {
        const int most = 12;
        string names = string.Join(", ", all.Take(most).Select(entry => entry.name));
        return $"Weights: {names}{(all.Length > most ? ", …" : "")}.";
    }
}
