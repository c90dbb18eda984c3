using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>The optimisers that can be named in <see cref="TrainOptions.Optimizer"/>.</summary>
public static class Optimizers
{
    private static readonly OptimizerKind[] Kinds =
    [
        new("adam", HasMomentum: false, (p, o) => optim.Adam(p, o.Lr, weight_decay: o.WeightDecay)),
        new("adamw", HasMomentum: false, (p, o) => optim.AdamW(p, o.Lr, weight_decay: o.WeightDecay)),
        new("sgd", HasMomentum: true, (p, o) => optim.SGD(p, o.Lr, o.Momentum, weight_decay: o.WeightDecay)),
        new("rmsprop", HasMomentum: true, (p, o) => optim.RMSProp(p, o.Lr, weight_decay: o.WeightDecay, momentum: o.Momentum)),
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Kinds.Select(kind => kind.Name)];

    internal static OptimizerKind Find(string name) =>
        Array.Find(Kinds, kind => string.Equals(kind.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no optimizer '{name}'. {Suggestions.Hint(name, Names)}");
}

/// <summary>One line of the registry.</summary>
internal sealed record OptimizerKind(string Name, bool HasMomentum, Func<IEnumerable<Parameter>, TrainOptions, OptimizerHelper> Create);
