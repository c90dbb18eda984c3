using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>LoRA on a module: adapters on every Linear layer but the last with weights, which is trained in full; all else is frozen.</summary>
internal sealed class Lora : IDisposable
{
    /// <summary>Endings of the matrices' names.</summary>
    public const string Down = ".lora_down", Up = ".lora_up";

    private readonly LoraAdapter[] _adapters;

    private Lora(LoraAdapter[] adapters) => _adapters = adapters;

    /// <summary>The matrices that are trained, by name: "2.lora_down".</summary>
    public IEnumerable<(string Name, Parameter Weight)> Weights =>
        _adapters.SelectMany(adapter => new[] { (adapter.Name + Down, adapter.Down), (adapter.Name + Up, adapter.Up) });

    /// <summary>Puts adapters on a module.</summary>
    /// <exception cref="TrainingException">The module has no Linear layer before its last.</exception>
    public static Lora On(nn.Module module, int rank, long seed)
    {
        var groups = LayerGroups.Of(module);
        string[] head = groups.Count == 0 ? [] : [.. groups[^1].Weights.Select(entry => entry.Name)];
        foreach ((string name, Parameter weight) in module.named_parameters())
        {
            if (!head.Contains(name)) weight.requires_grad = false;
        }
        (string Name, Linear Layer)[] layers = [.. module.named_modules()
            .Where(entry => entry.module is Linear && !head.Contains(entry.name + ".weight"))
            .Select(entry => (entry.name, (Linear)entry.module))];
        if (layers.Length == 0)
            throw new TrainingException($"Lora: the model has no Linear layer before its last one, {(groups.Count == 0 ? "none at all" : groups[^1].Name)}, which is trained in full. Train without it, or freeze the body.");
        manual_seed(Seeds.Derive(seed, "lora", 0));
        return new Lora([.. layers.Select(entry => new LoraAdapter(entry.Name, entry.Layer, rank))]);
    }

    public void Merge()
    {
        foreach (LoraAdapter adapter in _adapters) adapter.Merge();
    }

    public void Unmerge()
    {
        foreach (LoraAdapter adapter in _adapters) adapter.Unmerge();
    }

    public void Dispose()
    {
        foreach (LoraAdapter adapter in _adapters) adapter.Dispose();
    }
}
