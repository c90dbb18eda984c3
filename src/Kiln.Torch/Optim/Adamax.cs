using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adamax: <c>m ← β₁ m + (1 − β₁) g</c>, <c>u ← max(β₂ u, |g| + ε)</c>, <c>p ← p − lr / (1 − β₁ᵗ) · m / u</c>.</summary>
/// <remarks>Source: PyTorch, torch.optim.Adamax; Kingma and Ba 2015, algorithm 2.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.Adamax.html"/>
public sealed partial class Adamax : PerParameterOptimizer<Adamax.Options, Adamax.State>
{
    internal Adamax(IEnumerable<Modules.ParamGroup> groups, Options defaults) : base(groups, defaults)
    {
    }

    private protected override State Start(Parameter parameter, Options options) => new(parameter);

    private protected override void Update(Parameter weight, Tensor gradient, State state, Options options)
    {
        double beta1 = options.beta1!.Value;
        state.step++;
        state.exp_avg.mul_(beta1).add_(gradient, 1 - beta1);
        state.exp_inf.copy_(state.exp_inf.mul_(options.beta2!.Value).maximum(gradient.abs().add_(options.eps!.Value)));
        weight.addcdiv_(state.exp_avg, state.exp_inf, -options.LearningRate!.Value / (1 - Math.Pow(beta1, state.step)));
    }

    /// <summary>What is remembered about one parameter.</summary>
    public sealed class State : OptimizerState
    {
        private long _step;
        private Tensor? _mean;
        private Tensor? _largest;

        internal State(Parameter parameter) => (_mean, _largest) = (ZerosLike(parameter), ZerosLike(parameter));

        /// <summary>The number of steps taken.</summary>
        public long step
        {
            get => _step;
            set => _step = value;
        }

        /// <summary>The running mean of gradients. A tensor set here belongs to the optimizer.</summary>
        public Tensor exp_avg
        {
            get => _mean!;
            set => Replace(ref _mean, value);
        }

        /// <summary>The largest gradient, decaying. A tensor set here belongs to the optimizer.</summary>
        public Tensor exp_inf
        {
            get => _largest!;
            set => Replace(ref _largest, value);
        }

        private protected override void Pass(StateFields fields)
        {
            fields.Count(ref _step);
            fields.Tensor(ref _mean);
            fields.Tensor(ref _largest);
        }
    }
}
