using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adagrad: <c>s ← s + g²</c>, <c>p ← p − lr / (1 + (t − 1) · lr_decay) · g / (√s + ε)</c>.</summary>
/// <remarks>Source: PyTorch, torch.optim.Adagrad; Duchi et al. 2011.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.Adagrad.html"/>
public sealed partial class Adagrad : PerParameterOptimizer<Adagrad.Options, Adagrad.State>
{
    internal Adagrad(IEnumerable<Modules.ParamGroup> groups, Options defaults) : base(groups, defaults)
    {
    }

    private protected override State Start(Parameter parameter, Options options) => new(parameter, options.initial_accumulator_value!.Value);

    private protected override void Update(Parameter weight, Tensor gradient, State state, Options options)
    {
        state.step++;
        double rate = options.LearningRate!.Value / (1 + (state.step - 1) * options.lr_decay!.Value);
        state.sum.addcmul_(gradient, gradient, 1);
        weight.addcdiv_(gradient, state.sum.sqrt().add_(options.eps!.Value), -rate);
    }

    /// <summary>What is remembered about one parameter.</summary>
    public sealed class State : OptimizerState
    {
        private long _step;
        private Tensor? _sum;

        internal State(Parameter parameter, double start) => _sum = full_like(parameter, start).DetachFromDisposeScope();

        /// <summary>The number of steps taken.</summary>
        public long step
        {
            get => _step;
            set => _step = value;
        }

        /// <summary>The sum of squared gradients. A tensor set here belongs to the optimizer.</summary>
        public Tensor sum
        {
            get => _sum!;
            set => Replace(ref _sum, value);
        }

        private protected override void Pass(StateFields fields)
        {
            fields.Count(ref _step);
            fields.Tensor(ref _sum);
        }
    }
}
