using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// What is learnt from a data set: which outputs a model must give, how far off they are (losses),
/// and what they are measured by (metrics). One instance of each kind, in <see cref="LearningTasks"/>.
/// </summary>
public abstract class LearningTask
{
    private protected LearningTask(string name, TargetKind? targets, IReadOnlyList<string> losses, string? judgedBy)
    {
        Name = name;
        Targets = targets;
        Losses = losses;
        JudgedBy = judgedBy;
    }

    /// <summary>Lower-kebab name: "classification".</summary>
    public string Name { get; }

    /// <summary>Names of the losses that fit; the first is the default.</summary>
    public IReadOnlyList<string> Losses { get; }

    /// <summary>The metric that an epoch is judged by unless other ones are asked for; null: the loss.</summary>
    public string? JudgedBy { get; }

    /// <summary>The kind of targets it needs; null where it makes its own.</summary>
    internal TargetKind? Targets { get; }

    /// <summary>How many numbers the last layer gives for one example (of a language model: for one step).</summary>
    /// <param name="data">The data set.</param>
    public abstract long OutputsFor(DataSet data);

    /// <summary>Whether the task can be learnt from a data set.</summary>
    internal virtual bool Fits(DataSet data) => data.Kind == Targets;

    /// <summary>Refuses a module whose output does not fit.</summary>
    /// <param name="outputShape">Shape of the output for one example, without N.</param>
    /// <param name="lastLayer">Where that output comes from, for the message.</param>
    /// <param name="inputShape">Shape of one example, without N.</param>
    /// <param name="outputs">What <see cref="OutputsFor"/> says.</param>
    /// <exception cref="ModelShapeException">It does not fit; says what to end the model with.</exception>
    internal abstract void RequireOutput(long[] outputShape, string lastLayer, long[] inputShape, long outputs);

    /// <summary>What the output is compared with.</summary>
    internal virtual Tensor TargetsOf(Batch batch) => batch.Targets;

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private protected static ModelShapeException Misfit(string expected, long[] got, string lastLayer, string remedy) =>
        new($"expected an output of {expected}, got {ShapeText.OfBatch(got)} from the last layer, {lastLayer}. {remedy}");
}
