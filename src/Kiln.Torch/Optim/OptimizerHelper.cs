using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>What the optimizers share: groups, states, and steps over all parameters of a group at once.</summary>
/// <remarks>An optimizer of one's own derives from it, adds its groups in its constructor and overrides <see cref="step"/>.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/optim.html"/>
/// <seealso href="https://docs.pytorch.org/docs/1.13/optim.html#torch.optim.Optimizer"/>
public abstract partial class OptimizerHelper : Optimizer
{
    private readonly List<StepGroup> _groups = [];
    private readonly OptimizerOptions? _defaults;

    /// <summary>For optimizers of one's own.</summary>
    public OptimizerHelper() : base(0)
    {
    }

    private protected OptimizerHelper(OptimizerOptions defaults) : base(0)
    {
        defaults.Check(GetType().Name);
        _defaults = defaults;
    }

    /// <inheritdoc/>
    public override IEnumerable<ILearningRateController> ParamGroups => _groups.Select(group => group.Group);

    /// <inheritdoc/>
    public override IEnumerable<Parameter> parameters() => _groups.SelectMany(group => group.Parameters);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The group has no parameters, a parameter is in a group already, or the options are of another optimizer.</exception>
    public override void add_param_group(ParamGroup param_group)
    {
        ArgumentNullException.ThrowIfNull(param_group);
        string name = GetType().Name;
        var added = param_group.Parameters.ToArray();
        var known = new HashSet<Parameter>(parameters(), ReferenceEqualityComparer.Instance);
        if (added.Length == 0)
            throw new ArgumentException($"{name}: expected parameters, got none. Pass model.parameters() of a module with layers (RegisterComponents finds those in fields).", nameof(param_group));
        if (!added.All(known.Add))
            throw new ArgumentException($"{name}: a parameter appears twice. Give each parameter once, in one group.", nameof(param_group));
        if (_defaults is not null && param_group.Options?.GetType() != _defaults.GetType())
            throw new ArgumentException($"{name}: expected a group with {name}.Options, got {param_group.Options?.GetType().FullName ?? "none"}.", nameof(param_group));
        param_group.Options ??= new OptimizerOptions();
        if (_defaults is not null) param_group.Options = param_group.Options.WithDefaults(_defaults);
        param_group.Options.Check(name);
        param_group.InitialLearningRate = param_group.LearningRate;
        _groups.Add(new StepGroup(param_group, added));
    }

    /// <inheritdoc/>
    public override void zero_grad(bool set_to_none = true)
    {
        foreach (var group in _groups)
            if (set_to_none) group.ClearGradients();
            else group.ZeroGradients();
    }

    /// <summary>Moves what the optimizer remembers to a device; parameters stay where they are.</summary>
    /// <param name="device">The device.</param>
    public void to(Device device)
    {
        foreach (var state in _groups.SelectMany(group => group.States)) state?.MoveTo(device);
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using var on = enable_grad();
            loss = closure();
        }
        using var off = no_grad();
        foreach (var group in _groups) Step(group);
        return loss;
    }

    private void Step(StepGroup group)
    {
        try
        {
            if (group.TakeGradients() == 0) return;
            foreach (int member in group.Active)
                group.States[member] ??= NewState(group.Parameters[member], group.Group.Options);
            StepActive(group);
        }
        finally
        {
            group.ReleaseTemporaries();
        }
    }

    /// <summary>Changes the parameters of a group that have gradients; their states exist.</summary>
    private protected virtual void StepActive(StepGroup group) =>
        throw new NotSupportedException($"{GetType().Name}: an optimizer of one's own overrides step(closure).");

    /// <summary>The state of a parameter before its first step; null for optimizers of one's own.</summary>
    private protected virtual OptimizerState? NewState(Parameter parameter, OptimizerOptions options) => null;

    /// <summary>The options of the first group, or those that new groups start with.</summary>
    private protected T FirstOptions<T>() where T : OptimizerOptions => (T)(_groups.Count > 0 ? _groups[0].Group.Options : _defaults!);

    /// <summary>The options of all groups and those that new groups start with.</summary>
    private protected IEnumerable<T> AllOptions<T>() where T : OptimizerOptions => _groups.Select(group => group.Group.Options).Append(_defaults!).Cast<T>();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        foreach (var state in _groups.SelectMany(group => group.States)) state?.Dispose();
    }
}
