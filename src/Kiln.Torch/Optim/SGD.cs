using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent, with momentum if wanted: <c>b ← μ b + (1 − τ) g</c>, <c>p ← p − lr · b</c>.</summary>
/// <remarks>Source: PyTorch, torch.optim.SGD. The first step sets b to g.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.SGD.html"/>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.SGD.html"/>
public sealed partial class SGD : OptimizerHelper
{
    /// <summary>What is remembered about one parameter.</summary>
    public sealed class State : OptimizerState
    {
        private Tensor? _momentumBuffer;

        /// <summary>The running gradient, or null before the first step. A tensor set here belongs to the optimizer.</summary>
        public Tensor? momentum_buffer
        {
            get => _momentumBuffer;
            set => Replace(ref _momentumBuffer, value);
        }

        internal void Start(Parameter parameter) => _momentumBuffer = ZerosLike(parameter);

        private protected override void Pass(StateFields fields) => fields.Tensor(ref _momentumBuffer, isOptional: true);
    }

    public sealed partial record Options
    {
        partial void CheckMore(string optimizer)
        {
            if (nesterov == true && (momentum == 0 || dampening != 0))
                throw new ArgumentException($"{optimizer}: nesterov needs momentum above 0 and no dampening.", nameof(nesterov));
        }
    }

    internal SGD(IEnumerable<Modules.ParamGroup> groups, Options defaults) : base(defaults)
    {
        foreach (var group in groups) add_param_group(group);
    }

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) => new State();

    private protected override void StepActive(StepGroup group)
    {
        var options = (Options)group.Group.Options;
        var members = group.Active;
        if (options.momentum == 0)
        {
            Step(group, members, options, take: 1);
            return;
        }
        // The first step of a parameter takes its whole gradient into the buffer, dampening or not.
        int fresh = 0;
        for (int i = 0; i < members.Length; i++)
        {
            var state = (State)group.States[members[i]]!;
            if (state.momentum_buffer is not null) continue;
            state.Start(group.Parameters[members[i]]);
            (members[i], members[fresh]) = (members[fresh], members[i]);
            fresh++;
        }
        Step(group, members[..fresh], options, take: 1);
        Step(group, members[fresh..], options, take: 1 - options.dampening!.Value);
    }

    private static void Step(StepGroup group, ReadOnlySpan<int> members, Options options, double take)
    {
        if (members.IsEmpty) return;
        var step = new SgdStep
        {
            Rate = options.LearningRate!.Value,
            WeightDecay = options.weight_decay!.Value,
            Momentum = options.momentum!.Value,
            Take = take,
            Nesterov = options.nesterov == true ? 1 : 0,
            Maximize = options.maximize == true ? 1 : 0,
        };
        var weights = group.ParametersOf(members);
        var gradients = group.GradientsOf(members);
        var buffers = step.Momentum != 0 ? BuffersOf(group, members) : null;
        if (!FusedStep.Sgd(step, weights, gradients, buffers)) OneByOne(group, step, weights, gradients, buffers);
    }

    // The same in one operator after the other, for tensors of any kind.
    private static void OneByOne(StepGroup group, in SgdStep step, HandleList weights, HandleList gradients, HandleList? buffers)
    {
        if (step.Maximize != 0) gradients = Foreach.Negate(gradients, group.OwnedList());
        if (step.WeightDecay != 0) gradients = Foreach.Sum(gradients, weights, step.WeightDecay, group.OwnedList());
        if (buffers is not null)
        {
            Foreach.Multiply(buffers, step.Momentum);
            Foreach.Add(buffers, gradients, step.Take);
            gradients = step.Nesterov != 0 ? Foreach.Sum(gradients, buffers, step.Momentum, group.OwnedList()) : buffers;
        }
        Foreach.Add(weights, gradients, -step.Rate);
    }

    private static HandleList BuffersOf(StepGroup group, ReadOnlySpan<int> members)
    {
        var list = group.List();
        foreach (int member in members) list.Add(((State)group.States[member]!).momentum_buffer!.Handle);
        return list;
    }
}
