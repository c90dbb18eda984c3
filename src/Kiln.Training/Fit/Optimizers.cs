using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>The optimisers that can be named in <see cref="TrainOptions.Optimizer"/>.</summary>
/// <remarks>LBFGS is not among them: it evaluates the loss several times in a step, which clipping, accumulation and NaN checks of a batch cannot follow.</remarks>
public static class Optimizers
{
    private const OptimizerTraits Adaptive = OptimizerTraits.Betas | OptimizerTraits.WeightDecay;

    private static readonly OptimizerKind[] Kinds =
    [
        new("adam", Adaptive, (groups, o) => optim.Adam(groups.Select(p => new Adam.ParamGroup(p, new Adam.Options())), o.Lr, Beta1(o), Beta2(o), weight_decay: o.WeightDecay)),
        new("adamw", Adaptive, (groups, o) => optim.AdamW(groups.Select(p => new AdamW.ParamGroup(p, new AdamW.Options())), o.Lr, Beta1(o), Beta2(o), weight_decay: o.WeightDecay)),
        new("sgd", OptimizerTraits.Momentum | OptimizerTraits.Nesterov | OptimizerTraits.WeightDecay,
            (groups, o) => optim.SGD(groups.Select(p => new SGD.ParamGroup(p, new SGD.Options())), o.Lr, o.Momentum, weight_decay: o.WeightDecay, nesterov: o.Nesterov)),
        new("rmsprop", OptimizerTraits.Momentum | OptimizerTraits.WeightDecay,
            (groups, o) => optim.RMSProp(groups.Select(p => new RMSProp.ParamGroup(p, new RMSProp.Options())), o.Lr, weight_decay: o.WeightDecay, momentum: o.Momentum)),
        new("adagrad", OptimizerTraits.WeightDecay,
            (groups, o) => optim.Adagrad(groups.Select(p => new Adagrad.ParamGroup(p, new Adagrad.Options())), o.Lr, weight_decay: o.WeightDecay)),
        new("adadelta", OptimizerTraits.WeightDecay,
            (groups, o) => optim.Adadelta(groups.Select(p => new Adadelta.ParamGroup(p, new Adadelta.Options())), o.Lr, weight_decay: o.WeightDecay)),
        new("adamax", Adaptive, (groups, o) => optim.Adamax(groups.Select(p => new Adamax.ParamGroup(p, new Adamax.Options())), o.Lr, Beta1(o), Beta2(o), weight_decay: o.WeightDecay)),
        new("nadam", Adaptive, (groups, o) => optim.NAdam(groups.Select(p => new NAdam.ParamGroup(p, new NAdam.Options())), o.Lr, Beta1(o), Beta2(o), weight_decay: o.WeightDecay)),
        new("radam", Adaptive, (groups, o) => optim.RAdam(groups.Select(p => new RAdam.ParamGroup(p, new RAdam.Options())), o.Lr, Beta1(o), Beta2(o), weight_decay: o.WeightDecay)),
        new("asgd", OptimizerTraits.WeightDecay, (groups, o) => optim.ASGD(groups.Select(p => new ASGD.ParamGroup(p, new ASGD.Options())), o.Lr, weight_decay: o.WeightDecay)),
        new("rprop", OptimizerTraits.None, (groups, o) => optim.Rprop(groups.Select(p => new Rprop.ParamGroup(p, new Rprop.Options())), o.Lr)),
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Kinds.Select(kind => kind.Name)];

    internal static OptimizerKind Find(string name) =>
        Array.Find(Kinds, kind => string.Equals(kind.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no optimizer '{name}'. {Suggestions.Hint(name, Names)}");

    internal static IEnumerable<string> With(OptimizerTraits trait) => Kinds.Where(kind => kind.Traits.HasFlag(trait)).Select(kind => kind.Name);

    private static double Beta1(TrainOptions options) => options.Beta1 ?? 0.9;

    private static double Beta2(TrainOptions options) => options.Beta2 ?? 0.999;
}

/// <summary>Options that some optimisers have and others have not.</summary>
[Flags]
internal enum OptimizerTraits
{
    None = 0,
    Momentum = 1,
    Nesterov = 2,
    Betas = 4,
    WeightDecay = 8,
}

/// <summary>One line of the registry: makes an optimiser over groups of weights.</summary>
internal sealed record OptimizerKind(
    string Name, OptimizerTraits Traits, Func<IEnumerable<IReadOnlyList<Parameter>>, TrainOptions, OptimizerHelper> Create);
