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

    /// <summary>Whether weight decay shrinks the weights directly, and is not a part of the gradient.</summary>
    private protected abstract bool DecaysWeights { get; }

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
        var numbers = NumbersOf(options, step);
        var weights = group.ParametersOf(members);
        var gradients = group.GradientsOf(members);
        var means = group.List();
        var squares = group.List();
        foreach (int member in members)
        {
            var state = StateOf(group, member);
            means.Add(state.exp_avg.Handle);
            squares.Add(state.exp_avg_sq.Handle);
        }
        var largest = numbers.KeepsLargest != 0 ? Largest(group, members) : null;
        if (!FusedStep.Adam(numbers, weights, gradients, means, squares, largest))
            OneByOne(group, numbers, weights, gradients, means, squares, largest);
    }

    private AdamStep NumbersOf(AdamOptions options, long step)
    {
        double beta1 = options.beta1!.Value, beta2 = options.beta2!.Value;
        double rate = options.LearningRate!.Value, decay = options.weight_decay!.Value;
        return new AdamStep
        {
            Rate = rate / (1 - Math.Pow(beta1, step)),
            WeightDecay = DecaysWeights ? 0 : decay,
            Shrink = DecaysWeights ? 1 - rate * decay : 1,
            MeanKeep = beta1,
            MeanTake = 1 - beta1,
            SquareKeep = beta2,
            SquareTake = 1 - beta2,
            RootScale = Math.Sqrt(1 - Math.Pow(beta2, step)),
            Eps = options.eps!.Value,
            KeepsLargest = options.amsgrad == true ? 1 : 0,
            Maximize = options.maximize == true ? 1 : 0,
        };
    }

    // The same in one operator after the other, for tensors of any kind.
    private static void OneByOne(
        StepGroup group, in AdamStep step, HandleList weights, HandleList gradients, HandleList means, HandleList squares, HandleList? largest)
    {
        if (step.Maximize != 0) gradients = Foreach.Negate(gradients, group.OwnedList());
        if (step.WeightDecay != 0) gradients = Foreach.Sum(gradients, weights, step.WeightDecay, group.OwnedList());
        if (step.Shrink != 1) Foreach.Multiply(weights, step.Shrink);
        Foreach.Multiply(means, step.MeanKeep);
        Foreach.Add(means, gradients, step.MeanTake);
        Foreach.Multiply(squares, step.SquareKeep);
        Foreach.AddProduct(squares, gradients, gradients, step.SquareTake);
        if (largest is not null) Foreach.Maximum(largest, squares);
        var denominators = Foreach.Sqrt(largest ?? squares, group.OwnedList());
        Foreach.Divide(denominators, step.RootScale);
        Foreach.Add(denominators, step.Eps);
        Foreach.AddQuotient(weights, means, denominators, -step.Rate);
    }

    private static AdamState StateOf(StepGroup group, int member) => (AdamState)group.States[member]!;

    private static HandleList Largest(StepGroup group, ReadOnlySpan<int> members)
    {
        var largest = group.List();
        foreach (int member in members)
        {
            var state = StateOf(group, member);
            state.StartLargest(group.Parameters[member]);
            largest.Add(state.max_exp_avg_sq!.Handle);
        }
        return largest;
    }
}
