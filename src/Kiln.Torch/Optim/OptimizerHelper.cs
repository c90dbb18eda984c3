using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>What the optimizers share: groups, states, and steps over all parameters of a group at once.</summary>
public abstract class OptimizerHelper : Optimizer
{
    private readonly List<StepGroup> _groups = [];
    private readonly OptimizerOptions _defaults;

    private protected OptimizerHelper(OptimizerOptions defaults)
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
        var added = param_group.Parameters.ToArray();
        var known = new HashSet<Parameter>(parameters(), ReferenceEqualityComparer.Instance);
        if (added.Length == 0)
            throw new ArgumentException($"{GetType().Name}: expected parameters, got none. Pass model.parameters() of a module with layers (RegisterComponents finds those in fields).", nameof(param_group));
        if (!added.All(known.Add))
            throw new ArgumentException($"{GetType().Name}: a parameter appears twice. Give each parameter once, in one group.", nameof(param_group));
        if (param_group.Options?.GetType() != _defaults.GetType())
            throw new ArgumentException($"{GetType().Name}: expected a group with {GetType().Name}.Options, got {param_group.Options?.GetType().FullName ?? "none"}.", nameof(param_group));
        param_group.Options = param_group.Options.WithDefaults(_defaults);
        param_group.Options.Check(GetType().Name);
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
    private protected abstract void StepActive(StepGroup group);

    /// <summary>The state of a parameter before its first step.</summary>
    private protected abstract OptimizerState NewState(Parameter parameter, OptimizerOptions options);

    /// <summary>The options of each group and the state of each parameter.</summary>
    /// <returns>Options that are copies, and states that are the optimizer's own; the optimizer keeps the tensors.</returns>
    public StateDictionary state_dict()
    {
        var options = _groups.Select(group => group.Group.Options with { }).ToList();
        var states = _groups.SelectMany(group => Enumerable.Range(0, group.Parameters.Length).Select(member => StateOf(group, member))).ToList();
        return new StateDictionary(options, states);
    }

    private OptimizerState StateOf(StepGroup group, int member)
    {
        using var off = no_grad();
        return group.States[member] ??= NewState(group.Parameters[member], group.Group.Options);
    }

    /// <summary>Takes over options and state; the tensors are copied.</summary>
    /// <param name="state_dict">What <see cref="state_dict"/> of an optimizer of the same kind gave.</param>
    /// <exception cref="ArgumentException">The numbers of groups or parameters differ, or the state is of another optimizer.</exception>
    public void load_state_dict(StateDictionary state_dict)
    {
        int count = parameters().Count();
        if (state_dict.Options.Count != _groups.Count || state_dict.State.Count != count)
            throw new ArgumentException($"{GetType().Name}.load_state_dict: expected {_groups.Count} groups and {count} parameters, got {state_dict.Options.Count} and {state_dict.State.Count}. Load into an optimizer of the same parameters.", nameof(state_dict));
        if (state_dict.Options.Find(options => options.GetType() != _defaults.GetType()) is { } other)
            throw new ArgumentException($"{GetType().Name}.load_state_dict: expected the state of {GetType().Name}, got that of {other.GetType().DeclaringType?.Name}.", nameof(state_dict));
        int next = 0;
        foreach (var (group, options) in _groups.Zip(state_dict.Options))
        {
            group.Group.Options = options with { };
            for (int member = 0; member < group.Parameters.Length; member++)
                StateOf(group, member).CopyFrom(state_dict.State[next++]);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        foreach (var group in _groups)
            foreach (var state in group.States) state?.Dispose();
    }
}
