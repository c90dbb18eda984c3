using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>NAdam: Adam whose step is <c>lr · ((1 − μₜ) g / (1 − Πμ) + μₜ₊₁ m / (1 − Πμ μₜ₊₁)) / (√v̂ + ε)</c>.</summary>
/// <remarks>
/// <c>μₜ = β₁ (1 − ½ · 0.96^(t · momentum_decay))</c>. The second product is <c>Πμ · μₜ · μₜ₊₁</c> in PyTorch 1.13 and in TorchSharp,
/// and so here; later versions of PyTorch multiply as the paper does. Source: PyTorch, torch.optim.NAdam; Dozat 2016.
/// </remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.NAdam.html"/>
public sealed partial class NAdam : PerParameterOptimizer<NAdam.Options, NAdam.State>
{
    internal NAdam(IEnumerable<Modules.ParamGroup> groups, Options defaults) : base(groups, defaults)
    {
    }

    private protected override State Start(Parameter parameter, Options options) => new(parameter);

    private protected override void Update(Parameter weight, Tensor gradient, State state, Options options)
    {
        double beta1 = options.beta1!.Value, beta2 = options.beta2!.Value, rate = options.LearningRate!.Value;
        state.Take(gradient, beta1, beta2);
        double mu = Momentum(state.step), next = Momentum(state.step + 1);
        state.mu_product *= mu;
        var denominator = state.exp_avg_sq.div(1 - Math.Pow(beta2, state.step)).sqrt_().add_(options.eps!.Value);
        weight.addcdiv_(gradient, denominator, -rate * (1 - mu) / (1 - state.mu_product));
        weight.addcdiv_(state.exp_avg, denominator, -rate * next / (1 - state.mu_product * mu * next));

        double Momentum(long step) => beta1 * (1 - 0.5 * Math.Pow(0.96, step * options.momentum_decay!.Value));
    }

    /// <summary>What is remembered about one parameter.</summary>
    public sealed class State : MomentState
    {
        private double _product = 1;

        internal State(Parameter parameter) : base(parameter)
        {
        }

        /// <summary>The product of the momenta of all steps.</summary>
        public double mu_product
        {
            get => _product;
            set => _product = value;
        }

        private protected override void PassNumbers(StateFields fields) => fields.Number(ref _product);
    }
}
