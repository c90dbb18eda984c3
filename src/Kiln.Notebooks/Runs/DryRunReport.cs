using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>What <c>#!train --dry-run</c> shows.</summary>
internal static class DryRunReport
{
    /// <summary>The layers, then the plan in words.</summary>
    public static Report Of(DryRun dry, TrainMagicOptions options, TrainOptions train)
    {
        var layers = ModelReport.Of(dry.Summary, options.Model, LabWorkspace.Current.FindData(options.Data).Name);
        var report = new Report().Add(layers.Html, layers.Text);
        foreach (var remark in dry.Remarks) report.Say(remark);
        return report.Say($"Would train {Numbers.Of(options.Seeds, "run")} of {Numbers.Of(train.Epochs, "epoch")} with {Numbers.Of(dry.BatchesPerEpoch, "batch", "batches")}"
            + $"{Size(train)} each: {Numbers.Of(dry.StepsPerEpoch * train.Epochs, "step")} of {train.Optimizer}{Rate(options, train)}{Weights(dry)}. "
            + FormattableString.Invariant($"The first batch gives a loss of {dry.FirstLoss:G4}. Nothing was trained or recorded."));
    }

    private static string Size(TrainOptions train) => train.Batch == TrainOptions.FullBatch ? "" : FormattableString.Invariant($" of {train.Batch}");

    private static string Rate(TrainMagicOptions options, TrainOptions train)
    {
        var rate = options.FindsRate ? " at a rate to be found" : FormattableString.Invariant($" at {train.Lr:G4}");
        return train.Schedule == "none" ? rate : $"{rate} with the schedule {train.Schedule}";
    }

    private static string Weights(DryRun dry) => dry.Trainable == dry.Summary.Parameters
        ? ""
        : FormattableString.Invariant($", which moves {dry.Trainable:N0} numbers; the model has {dry.Summary.Parameters:N0}");
}
