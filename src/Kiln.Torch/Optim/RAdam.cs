using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>RAdam: Adam whose step is scaled by how far its running mean of squares can be trusted, and is plain until then.</summary>
/// <remarks>
/// <c>ρ∞ = 2 / (1 − β₂) − 1</c>, <c>ρₜ = ρ∞ − 2 t β₂ᵗ / (1 − β₂ᵗ)</c>; for <c>ρₜ &gt; 5</c> the step is
/// <c>lr · m̂ · √(1 − β₂ᵗ) / (√v + ε) · r</c> with <c>r² = (ρₜ − 4)(ρₜ − 2) ρ∞ / ((ρ∞ − 4)(ρ∞ − 2) ρₜ)</c>, else <c>lr · m̂</c>.
/// TorchSharp 0.107 multiplies by lr twice in the first case; PyTorch and this class do not.
/// Source: PyTorch, torch.optim.RAdam; Liu et al. 2020, algorithm 2.
/// </remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.RAdam.html"/>
public sealed partial class RAdam : PerParameterOptimizer<RAdam.Options, RAdam.State>
{
    internal RAdam(IEnumerable<Modules.ParamGroup> groups, Options defaults) : base(groups, defaults)
    {
    }

    private protected override State Start(Parameter parameter, Options options) => new(parameter);

    private protected override void Update(Parameter weight, Tensor gradient, State state, Options options)
    {
        double beta1 = options.beta1!.Value, beta2 = options.beta2!.Value;
        state.Take(gradient, beta1, beta2);
        double correction = 1 - Math.Pow(beta2, state.step);
        double limit = 2 / (1 - beta2) - 1;
        double length = limit - 2 * state.step * Math.Pow(beta2, state.step) / correction;
        var move = state.exp_avg.div(1 - Math.Pow(beta1, state.step)).mul_(options.LearningRate!.Value);
        if (length > 5)
        {
            double trust = Math.Sqrt((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length));
            move.mul_(state.exp_avg_sq.sqrt().add_(options.eps!.Value).reciprocal().mul_(Math.Sqrt(correction))).mul_(trust);
        }
        weight.add_(move, -1);
    }

    /// <summary>What is remembered about one parameter.</summary>
    public sealed class State : MomentState
    {
        internal State(Parameter parameter) : base(parameter)
        {
        }
    }
}
