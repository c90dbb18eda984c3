using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Rprop: each weight moves against the sign of its gradient by a step of its own, which grows by η₊ while the sign stays and shrinks by η₋ when it turns.</summary>
/// <remarks>
/// Where the sign turns, the weight stays for one step. TorchSharp 0.107 adds the weights times max_step to the gradient;
/// PyTorch and this class do not. Source: PyTorch, torch.optim.Rprop; Riedmiller and Braun 1993.
/// </remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.Rprop.html"/>
public sealed partial class Rprop : PerParameterOptimizer<Rprop.Options, Rprop.State>
{
    internal Rprop(IEnumerable<Modules.ParamGroup> groups, Options defaults) : base(groups, defaults)
    {
    }

    private protected override State Start(Parameter parameter, Options options) => new(parameter, options.LearningRate!.Value);

    private protected override void Update(Parameter weight, Tensor gradient, State state, Options options)
    {
        state.step++;
        var agreement = gradient.mul(state.prev);
        var (turned, kept) = (agreement.lt(0), agreement.gt(0));
        var factors = ones_like(agreement).masked_fill_(kept, options.etaplus!.Value).masked_fill_(turned, options.etaminus!.Value);
        state.step_size.mul_(factors).clamp_(options.min_step!.Value, options.max_step!.Value);
        gradient = gradient.masked_fill(turned, 0);
        weight.addcmul_(gradient.sign(), state.step_size, -1);
        state.prev.copy_(gradient);
    }

    /// <summary>What is remembered about one parameter.</summary>
    public sealed class State : OptimizerState
    {
        private long _step;
        private Tensor? _previous;
        private Tensor? _stepSize;

        internal State(Parameter parameter, double rate) =>
            (_previous, _stepSize) = (ZerosLike(parameter), full_like(parameter, rate).DetachFromDisposeScope());

        /// <summary>The number of steps taken.</summary>
        public long step
        {
            get => _step;
            set => _step = value;
        }

        /// <summary>The gradient of the last step. A tensor set here belongs to the optimizer.</summary>
        public Tensor prev
        {
            get => _previous!;
            set => Replace(ref _previous, value);
        }

        /// <summary>The step of each weight. A tensor set here belongs to the optimizer.</summary>
        public Tensor step_size
        {
            get => _stepSize!;
            set => Replace(ref _stepSize, value);
        }

        private protected override void Pass(StateFields fields)
        {
            fields.Count(ref _step);
            fields.Tensor(ref _previous);
            fields.Tensor(ref _stepSize);
        }
    }
}
