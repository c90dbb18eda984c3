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
        var parameters = group.ParametersOf(group.Active);
        var gradients = group.GradientsOf(group.Active);
        if (options.maximize == true) gradients = Foreach.Negate(gradients, group.OwnedList());
        if (options.weight_decay is > 0 and var decay) gradients = Foreach.Sum(gradients, parameters, decay, group.OwnedList());
        if (options.momentum is > 0 and var momentum) gradients = WithMomentum(group, gradients, momentum, options);
        Foreach.Add(parameters, gradients, -options.LearningRate!.Value);
    }

    private static HandleList WithMomentum(StepGroup group, HandleList gradients, double momentum, Options options)
    {
        var buffers = group.List();
        var running = group.List();
        var runningGradients = group.List();
        var fresh = group.List();
        var freshGradients = group.List();
        for (int i = 0; i < group.Active.Length; i++)
        {
            var state = (State)group.States[group.Active[i]]!;
            bool isFresh = state.momentum_buffer is null;
            if (isFresh) state.Start(group.Parameters[group.Active[i]]);
            nint buffer = state.momentum_buffer!.Handle;
            buffers.Add(buffer);
            (isFresh ? fresh : running).Add(buffer);
            (isFresh ? freshGradients : runningGradients).Add(gradients.Span[i]);
        }
        if (fresh.Count > 0) Foreach.Add(fresh, freshGradients, 1);
        if (running.Count > 0)
        {
            Foreach.Multiply(running, momentum);
            Foreach.Add(running, runningGradients, 1 - options.dampening!.Value);
        }
        return options.nesterov == true ? Foreach.Sum(gradients, buffers, momentum, group.OwnedList()) : buffers;
    }
}
