using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent, with momentum if wanted: <c>b ← μ b + (1 − τ) g</c>, <c>p ← p − lr · b</c>.</summary>
/// <remarks>Source: PyTorch, torch.optim.SGD. The first step sets b to g.</remarks>
public sealed class SGD : OptimizerHelper
{
    /// <summary>The options of a group; what is null takes the optimizer's own value.</summary>
    public sealed record Options : OptimizerOptions, torch.optim.IMomentum
    {
        /// <summary>The factor of the running gradient; 0 is none.</summary>
        public double? momentum { get; set; }

        /// <summary>How much of the new gradient is left out of the running one.</summary>
        public double? dampening { get; set; }

        /// <summary>The factor of the squared weights in the loss.</summary>
        public double? weight_decay { get; set; }

        /// <summary>Whether the step looks ahead by Nesterov's rule.</summary>
        public bool? nesterov { get; set; }

        /// <summary>Whether to climb instead of descend.</summary>
        public bool? maximize { get; set; }

        double torch.optim.IMomentum.Momentum
        {
            get => momentum ?? 0;
            set => momentum = value;
        }

        internal override OptimizerOptions WithDefaults(OptimizerOptions defaults)
        {
            var all = (Options)defaults;
            return this with
            {
                LearningRate = LearningRate ?? all.LearningRate,
                momentum = momentum ?? all.momentum,
                dampening = dampening ?? all.dampening,
                weight_decay = weight_decay ?? all.weight_decay,
                nesterov = nesterov ?? all.nesterov,
                maximize = maximize ?? all.maximize,
            };
        }

        internal override void Check(string optimizer)
        {
            AtLeastZero(optimizer, "learningRate", LearningRate);
            AtLeastZero(optimizer, nameof(momentum), momentum);
            AtLeastZero(optimizer, nameof(weight_decay), weight_decay);
            if (nesterov == true && (momentum == 0 || dampening != 0))
                throw new ArgumentException($"{optimizer}: nesterov needs momentum above 0 and no dampening.", nameof(nesterov));
        }
    }

    /// <summary>Parameters with options of their own.</summary>
    public sealed class ParamGroup : ParamGroup<Options>, torch.optim.IMomentum
    {
        /// <summary>Creates an empty group.</summary>
        public ParamGroup()
        {
        }

        /// <summary>Creates a group.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="options">The options; null takes the optimizer's own.</param>
        public ParamGroup(IEnumerable<Parameter> parameters, Options? options = null) : base(parameters, options)
        {
        }

        /// <inheritdoc/>
        public double Momentum
        {
            get => ((torch.optim.IMomentum)Options).Momentum;
            set => ((torch.optim.IMomentum)Options).Momentum = value;
        }
    }

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

        private protected override IEnumerable<Tensor> Tensors => _momentumBuffer is { } buffer ? [buffer] : [];

        private protected override void CopyTensors(OptimizerState source) => momentum_buffer = Copy(((State)source).momentum_buffer);
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
