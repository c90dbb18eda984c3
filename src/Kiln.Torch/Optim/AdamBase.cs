namespace TorchSharp.Modules;

/// <summary>The step that Adam and AdamW share.</summary>
/// <remarks>
/// <c>m ← β₁ m + (1 − β₁) g</c>, <c>v ← β₂ v + (1 − β₂) g²</c>, <c>p ← p − lr / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε)</c>.
/// </remarks>
public abstract class AdamBase : OptimizerHelper
{
    private protected AdamBase(IEnumerable<ParamGroup> groups, AdamOptions defaults) : base(defaults)
    {
        foreach (var group in groups) add_param_group(group);
    }

    /// <summary>Applies weight decay and returns the gradients to go on with.</summary>
    private protected abstract HandleList Decay(StepGroup group, HandleList parameters, HandleList gradients, AdamOptions options);

    private protected override void StepActive(StepGroup group)
    {
        var members = group.Active;
        bool same = true;
        foreach (int member in members)
        {
            long step = ++StateOf(group, member).step;
            same &= step == StateOf(group, members[0]).step;
        }
        if (!same) members.Sort((a, b) => StateOf(group, a).step.CompareTo(StateOf(group, b).step));
        // Parameters that were without gradients in some steps are behind and have bias corrections of their own.
        for (int start = 0; start < members.Length;)
        {
            long step = StateOf(group, members[start]).step;
            int end = start + 1;
            while (end < members.Length && StateOf(group, members[end]).step == step) end++;
            Step(group, members[start..end], step);
            start = end;
        }
    }

    private void Step(StepGroup group, ReadOnlySpan<int> members, long step)
    {
        var options = (AdamOptions)group.Group.Options;
        double beta1 = options.beta1!.Value, beta2 = options.beta2!.Value;
        var parameters = group.ParametersOf(members);
        var gradients = group.GradientsOf(members);
        if (options.maximize == true) gradients = Foreach.Negate(gradients, group.OwnedList());
        if (options.weight_decay > 0) gradients = Decay(group, parameters, gradients, options);
        var means = group.List();
        var squares = group.List();
        foreach (int member in members)
        {
            var state = StateOf(group, member);
            means.Add(state.exp_avg.Handle);
            squares.Add(state.exp_avg_sq.Handle);
        }
        Foreach.Multiply(means, beta1);
        Foreach.Add(means, gradients, 1 - beta1);
        Foreach.Multiply(squares, beta2);
        Foreach.AddProduct(squares, gradients, gradients, 1 - beta2);
        var denominators = Foreach.Sqrt(options.amsgrad == true ? Largest(group, members, squares) : squares, group.OwnedList());
        Foreach.Divide(denominators, Math.Sqrt(1 - Math.Pow(beta2, step)));
        Foreach.Add(denominators, options.eps!.Value);
        Foreach.AddQuotient(parameters, means, denominators, -options.LearningRate!.Value / (1 - Math.Pow(beta1, step)));
    }

    private static AdamState StateOf(StepGroup group, int member) => (AdamState)group.States[member]!;

    private static HandleList Largest(StepGroup group, ReadOnlySpan<int> members, HandleList squares)
    {
        var largest = group.List();
        foreach (int member in members)
        {
            var state = StateOf(group, member);
            state.StartLargest(group.Parameters[member]);
            largest.Add(state.max_exp_avg_sq!.Handle);
        }
        Foreach.Maximum(largest, squares);
        return largest;
    }
}
