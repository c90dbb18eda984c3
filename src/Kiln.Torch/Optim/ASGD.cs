using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Averaged stochastic gradient descent: <c>p ← (1 − λ η) p − η g</c>, <c>ax ← ax + μ (p − ax)</c>.</summary>
/// <remarks>
/// <c>η = lr / (1 + λ · lr · t)^α</c>, <c>μ = 1 / max(1, t − t0)</c>; the average is in the state, not in the weights.
/// PyTorch keeps η and μ as 32-bit numbers, this class as 64-bit ones. Source: PyTorch, torch.optim.ASGD; Polyak and Juditsky 1992.
/// </remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.ASGD.html"/>
public sealed partial class ASGD : PerParameterOptimizer<ASGD.Options, ASGD.State>
{
    internal ASGD(IEnumerable<Modules.ParamGroup> groups, Options defaults) : base(groups, defaults)
    {
    }

    private protected override State Start(Parameter parameter, Options options) => new(parameter, options.LearningRate!.Value);

    private protected override void Update(Parameter weight, Tensor gradient, State state, Options options)
    {
        double lambd = options.lambd!.Value, rate = options.LearningRate!.Value;
        state.step++;
        weight.mul_(1 - lambd * state.eta);
        weight.add_(gradient, -state.eta);
        if (state.mu == 1) state.ax.copy_(weight);
        else state.ax.add_(weight.sub(state.ax).mul_(state.mu));
        state.eta = rate / Math.Pow(1 + lambd * rate * state.step, options.alpha!.Value);
        state.mu = 1 / Math.Max(1, state.step - options.t0!.Value);
    }

    /// <summary>What is remembered about one parameter.</summary>
    public sealed class State : OptimizerState
    {
        private long _step;
        private double _eta;
        private double _mu = 1;
        private Tensor? _average;

        internal State(Parameter parameter, double rate) => (_eta, _average) = (rate, ZerosLike(parameter));

        /// <summary>The number of steps taken.</summary>
        public long step
        {
            get => _step;
            set => _step = value;
        }

        /// <summary>The rate of the next step.</summary>
        public double eta
        {
            get => _eta;
            set => _eta = value;
        }

        /// <summary>The weight of the next step's result in the average.</summary>
        public double mu
        {
            get => _mu;
            set => _mu = value;
        }

        /// <summary>The average of the weights. A tensor set here belongs to the optimizer.</summary>
        public Tensor ax
        {
            get => _average!;
            set => Replace(ref _average, value);
        }

        private protected override void Pass(StateFields fields)
        {
            fields.Count(ref _step);
            fields.Number(ref _eta);
            fields.Number(ref _mu);
            fields.Tensor(ref _average);
        }
    }
}
