using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// Runs the first batch before the first epoch, in evaluation mode and without a step: what does not fit shows before anything is recorded.
/// Weights, statistics and random state are the same afterwards.
/// </summary>
internal static class SanityBatch
{
    /// <returns>The loss of the batch.</returns>
    /// <exception cref="TrainingException">The batch holds values that are not finite, or the loss fails or is not finite.</exception>
    public static double Require(FitContext fit, Learner learner, BatchFeed feed)
    {
        using var scope = NewDisposeScope();
        using var random = new RandomState();
        Batch batch = feed.Epoch(1).Next()!;
        RequireFinite(batch.Inputs, "an input", fit);
        RequireFinite(batch.Targets, "a target", fit);
        learner.Module.eval();
        Tensor loss = LossOf(fit, learner, batch);
        if (loss.numel() != 1) throw new TrainingException($"The loss of the first batch: expected one number, got a tensor of shape {ShapeText.Of(loss.shape)}. Take its mean().");
        float value = loss.item<float>();
        if (!float.IsFinite(value))
        {
            throw new TrainingException(FormattableString.Invariant($"The loss of the first batch is {value} before any training: {NonFiniteSource.Find(learner.Module, batch.Inputs)} ")
                + "Look for a logarithm, root or division of something that can be 0, or normalise the data.");
        }
        loss.backward();
        foreach (WeightUpdate update in learner.Updates) update.ClearGradients();
        return value;
    }

    private static Tensor LossOf(FitContext fit, Learner learner, Batch batch)
    {
        try
        {
            return fit.Objective.LossOf(learner.Module, batch, out _);
        }
        catch (Exception problem) when (problem is not (ModelException or TrainingException))
        {
            throw new TrainingException($"Model '{fit.Job.Model.Name}' failed on the first batch, inputs {ShapeText.Of(batch.Inputs.shape)} and targets {ShapeText.Of(batch.Targets.shape)}: {UserError.Text(problem)}{MemoryError.Remedy(problem, fit.Options)}", problem);
        }
    }

    private static void RequireFinite(Tensor values, string what, FitContext fit)
    {
        if (!values.is_floating_point()) return;
        Tensor bad = isfinite(values).logical_not();
        long count = bad.sum().item<long>();
        if (count == 0) return;
        throw new TrainingException($"Data '{fit.Data.Name}': {what} of the first batch is not a finite number ({count} of {values.numel()} are NaN or infinite). "
            + "Remove or replace such values before loading the data.");
    }
}
