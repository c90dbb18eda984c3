using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What optimizers share that change one parameter after the other, with the formulas as PyTorch writes them.</summary>
/// <typeparam name="TOptions">The optimizer's options.</typeparam>
/// <typeparam name="TState">What it remembers about a parameter.</typeparam>
public abstract class PerParameterOptimizer<TOptions, TState> : OptimizerHelper where TOptions : OptimizerOptions where TState : OptimizerState
{
    private protected PerParameterOptimizer(IEnumerable<ParamGroup> groups, TOptions defaults) : base(defaults)
    {
        foreach (var group in groups) add_param_group(group);
    }

    /// <summary>The state of a parameter before its first step.</summary>
    private protected abstract TState Start(Parameter parameter, TOptions options);

    /// <summary>Changes a parameter and its state; weight decay is in the gradient already.</summary>
    private protected abstract void Update(Parameter weight, Tensor gradient, TState state, TOptions options);

    private protected sealed override OptimizerState NewState(Parameter parameter, OptimizerOptions options) => Start(parameter, (TOptions)options);

    private protected sealed override void StepActive(StepGroup group)
    {
        var options = (TOptions)group.Group.Options;
        foreach (int member in group.Active)
        {
            using var scope = NewDisposeScope();
            var weight = group.Parameters[member];
            var gradient = weight.grad!;
            if (options.Climbs) gradient = gradient.neg();
            if (options.Decay != 0) gradient = gradient.add(weight, options.Decay);
            Update(weight, gradient, (TState)group.States[member]!, options);
        }
    }
}
