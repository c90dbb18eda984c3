using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// Takes in the outputs of a split, batch by batch, and gives the figure at its end. Its tensors live in the dispose scope it
/// was made in; <see cref="Add"/> runs without gradients and reads no value, so that it does not hold the training up.
/// </summary>
internal abstract class MetricMeter
{
    /// <summary>Takes in a batch.</summary>
    /// <param name="output">(N, *) what the model gave.</param>
    /// <param name="targets">What it should have given, as the data set has it.</param>
    public abstract void Add(Tensor output, Tensor targets);

    /// <summary>Whether taking in such a batch costs less than keeping it, to take in several at once.</summary>
    /// <param name="output">What the model gave.</param>
    /// <param name="targets">What it should have given.</param>
    public virtual bool IsQuickFor(Tensor output, Tensor targets) => false;

    /// <summary>The figure over all that was taken in; NaN where it is not defined.</summary>
    public abstract double Value { get; }
}
