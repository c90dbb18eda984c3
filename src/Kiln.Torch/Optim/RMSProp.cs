using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>RMSProp: <c>v ← α v + (1 − α) g²</c>, <c>p ← p − lr · g / (√v + ε)</c>.</summary>
/// <remarks>Source: PyTorch, torch.optim.RMSprop; Hinton, lecture notes 2012. The centered form is Graves 2013.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.RMSprop.html"/>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.RMSprop.html"/>
public sealed partial class RMSProp : OptimizerHelper
{
    /// <summary>What is remembered about one parameter.</summary>
    public sealed class State : OptimizerState
    {
        private long _step;
        private Tensor? _square;
        private Tensor? _momentumBuffer;
        private Tensor? _mean;

        internal State(Parameter parameter, Options options)
        {
            _square = ZerosLike(parameter);
            if (options.momentum > 0) _momentumBuffer = ZerosLike(parameter);
            if (options.centered == true) _mean = ZerosLike(parameter);
        }

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

        /// <summary>The running step, with momentum only. A tensor set here belongs to the optimizer.</summary>
        public Tensor? momentum_buffer
        {
            get => _momentumBuffer;
            set => Replace(ref _momentumBuffer, value);
        }

        /// <summary>The running mean of gradients, for the centered form only. A tensor set here belongs to the optimizer.</summary>
        public Tensor? grad_avg
        {
            get => _mean;
            set => Replace(ref _mean, value);
        }

        private protected override void Pass(StateFields fields)
        {
            fields.Count(ref _step);
            fields.Tensor(ref _square);
            fields.Tensor(ref _momentumBuffer, isOptional: true);
            fields.Tensor(ref _mean, isOptional: true);
        }
    }

    internal RMSProp(IEnumerable<Modules.ParamGroup> groups, Options defaults) : base(defaults)
    {
        foreach (var group in groups) add_param_group(group);
    }

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) => new State(parameter, (Options)options);

    private protected override void StepActive(StepGroup group)
    {
        var step = NumbersOf((Options)group.Group.Options);
        foreach (int member in group.Active) ((State)group.States[member]!).step++;
        var weights = group.ParametersOf(group.Active);
        var gradients = group.GradientsOf(group.Active);
        var squares = StatesOf(group, static state => state.square_avg);
        var means = step.Centered != 0 ? StatesOf(group, static state => state.grad_avg!) : null;
        var buffers = step.Momentum != 0 ? StatesOf(group, static state => state.momentum_buffer!) : null;
        if (!FusedStep.RmsProp(step, weights, gradients, squares, means, buffers))
            OneByOne(group, step, weights, gradients, squares, means, buffers);
    }

    private static RmsPropStep NumbersOf(Options options) => new()
    {
        Rate = options.LearningRate!.Value,
        WeightDecay = options.weight_decay!.Value,
        Momentum = options.momentum!.Value,
        Keep = options.alpha!.Value,
        Take = 1 - options.alpha!.Value,
        Eps = options.eps!.Value,
        Centered = options.centered == true ? 1 : 0,
        Maximize = options.maximize == true ? 1 : 0,
    };

    // The same in one operator after the other, for tensors of any kind.
    private static void OneByOne(
        StepGroup group, in RmsPropStep step, HandleList weights, HandleList gradients, HandleList squares, HandleList? means, HandleList? buffers)
    {
        if (step.Maximize != 0) gradients = Foreach.Negate(gradients, group.OwnedList());
        if (step.WeightDecay != 0) gradients = Foreach.Sum(gradients, weights, step.WeightDecay, group.OwnedList());
        Foreach.Multiply(squares, step.Keep);
        Foreach.AddProduct(squares, gradients, gradients, step.Take);
        var denominators = means is null ? Foreach.Sqrt(squares, group.OwnedList()) : CenteredRoot(group, step, gradients, squares, means);
        Foreach.Add(denominators, step.Eps);
        if (buffers is null)
        {
            Foreach.AddQuotient(weights, gradients, denominators, -step.Rate);
            return;
        }
        Foreach.Multiply(buffers, step.Momentum);
        Foreach.AddQuotient(buffers, gradients, denominators, 1);
        Foreach.Add(weights, buffers, -step.Rate);
    }

    private static HandleList CenteredRoot(StepGroup group, in RmsPropStep step, HandleList gradients, HandleList squares, HandleList means)
    {
        Foreach.Multiply(means, step.Keep);
        Foreach.Add(means, gradients, step.Take);
        var variances = Foreach.SumWithProduct(squares, means, means, -1, group.OwnedList());
        Foreach.Sqrt(variances);
        return variances;
    }

    private static HandleList StatesOf(StepGroup group, Func<State, Tensor> select)
    {
        var list = group.List();
        foreach (int member in group.Active) list.Add(select((State)group.States[member]!).Handle);
        return list;
    }
}
