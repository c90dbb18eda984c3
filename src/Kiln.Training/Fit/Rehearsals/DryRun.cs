using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>What a run would do.</summary>
/// <param name="Summary">Layers and weights.</param>
/// <param name="Trainable">Numbers that the training would move.</param>
/// <param name="BatchesPerEpoch">Batches in each epoch.</param>
/// <param name="StepsPerEpoch">Steps of the optimiser in each epoch.</param>
/// <param name="FirstLoss">Loss of the first batch, before any step.</param>
/// <param name="Remarks">What the run would remark, such as which weights it took over.</param>
public sealed record DryRun(ModelSummary Summary, long Trainable, int BatchesPerEpoch, int StepsPerEpoch, double FirstLoss, ImmutableArray<string> Remarks)
{
    internal static DryRun On(Stage stage)
    {
        double loss = SanityBatch.Require(stage.Fit, stage.Start.Learner, stage.Feed);
        var plan = new StepPlan(stage.Feed.Plan, stage.Fit.Options.Accumulate);
        return new DryRun(stage.Start.Built.Summary, stage.Start.Learner.TrainableCount, plan.Batches.Count, plan.Steps, loss, [.. stage.Remarks]);
    }
}
