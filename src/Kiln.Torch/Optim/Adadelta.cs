using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adadelta: <c>v ← ρ v + (1 − ρ) g²</c>, <c>Δ = g · √(u + ε) / √(v + ε)</c>, <c>u ← ρ u + (1 − ρ) Δ²</c>, <c>p ← p − lr · Δ</c>.</summary>
/// <remarks>Source: PyTorch, torch.optim.Adadelta; Zeiler 2012, algorithm 1.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.Adadelta.html"/>
public sealed partial class Adadelta : PerParameterOptimizer<Adadelta.Options, Adadelta.State>
{
    internal Adadelta(IEnumerable<Modules.ParamGroup> groups, Options defaults) : base(groups, defaults)
    {
    }

    private protected override State Start(Parameter parameter, Options options) => new(parameter);

    private protected override void Update(Parameter weight, Tensor gradient, State state, Options options)
    {
        double rho = options.rho!.Value, eps = options.eps!.Value;
        state.step++;
        state.square_avg.mul_(rho).addcmul_(gradient, gradient, 1 - rho);
        var root = state.square_avg.add(eps).sqrt_();
        var delta = state.acc_delta.add(eps).sqrt_().div_(root).mul_(gradient);
        state.acc_delta.mul_(rho).addcmul_(delta, delta, 1 - rho);
        weight.add_(delta, -options.LearningRate!.Value);
    }

    /// <summary>What is remembered about one parameter.</summary>
    public sealed class State : OptimizerState
    {
        private long _step;
        private Tensor? _square;
        private Tensor? _delta;

        internal State(Parameter parameter) => (_square, _delta) = (ZerosLike(parameter), ZerosLike(parameter));

        /// <summary>The number of steps taken.</summary>
        public long step
        {
            get => _step;
            set => _step = value;
        }

        /// <summary>The running mean of squared gradients. A tensor set here belongs to the optimizer.</summary>
        public Tensor square_avg
        {
            get => _square!;
            set => Replace(ref _square, value);
        }

        /// <summary>The running mean of squared steps. A tensor set here belongs to the optimizer.</summary>
        public Tensor acc_delta
        {
            get => _delta!;
            set => Replace(ref _delta, value);
        }

        private protected override void Pass(StateFields fields)
        {
            fields.Count(ref _step);
            fields.Tensor(ref _square);
            fields.Tensor(ref _delta);
        }
    }
}
