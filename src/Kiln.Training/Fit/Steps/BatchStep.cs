using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>What came of one batch.</summary>
/// <param name="Loss">Mean loss of the batch before its step.</param>
/// <param name="Output">What the model gave, for metrics; null where the module computes its own losses.</param>
internal readonly record struct StepResult(double Loss, Tensor? Output);

/// <summary>How a batch becomes a step: what is computed from it, and which optimisers move which weights.</summary>
internal abstract class BatchStep
{
    /// <summary>Names of the losses that the module computes itself, each a metric of its own; empty where the task has the loss.</summary>
    public virtual IReadOnlyList<string> Parts => [];

    /// <summary>Sums of the losses of <see cref="Parts"/> over the examples since the last <see cref="BeginEpoch"/>.</summary>
    public virtual IReadOnlyList<double> PartSums => [];

    public virtual void BeginEpoch()
    {
    }

    /// <summary>Computes loss and gradients of a batch, and steps where it ends a step. A loss that is not finite changes nothing.</summary>
    /// <param name="batch">The examples.</param>
    /// <param name="number">Its number in the epoch, counted from 0.</param>
    /// <param name="gauge">Measures the step; null where nobody wants to know.</param>
    public abstract StepResult Take(Batch batch, int number, StepGauge? gauge);
}
