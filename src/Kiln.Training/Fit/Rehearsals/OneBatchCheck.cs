using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Trains on one batch, in evaluation mode so that dropout does not stand in the way, until its loss is nearly gone.</summary>
internal static class OneBatchCheck
{
    private const double Gone = 0.05;
    private const double Moved = 0.95;

    public static OneBatchVerdict On(Stage stage, int steps)
    {
        using var scope = NewDisposeScope();
        SanityBatch.Require(stage.Fit, stage.Start.Learner, stage.Feed);
        Batch batch = stage.Feed.Epoch(1).Next()!;
        Learner learner = stage.Start.Learner;
        BatchStep step = learner.StepBy(stage.Fit.Objective, new StepPlan(stage.Feed.Plan, 1));
        learner.Module.eval();
        var losses = new List<double>();
        while (losses.Count < steps && !stage.Fit.Stop.MustStop())
        {
            using var batchScope = NewDisposeScope();
            losses.Add(step.Take(batch, 0, null).Loss);
            if (!double.IsFinite(losses[^1]) || losses[^1] <= Gone * losses[0]) break;
        }
        bool learned = losses.Count > 0 && losses[^1] <= Gone * losses[0];
        return new OneBatchVerdict(learned, [.. losses], Text(stage.Fit.Options, learned, losses, batch.Count));
    }

    private static string Text(TrainOptions options, bool learned, List<double> losses, long examples)
    {
        if (losses.Count == 0) return "Interrupted before the first step.";
        string fall = FormattableString.Invariant($"the loss went from {losses[0]:G3} to {losses[^1]:G3} in {losses.Count} steps on {examples} examples");
        return learned
            ? $"One batch was learned by heart: {fall}. Model, loss and labels fit together; train on all of the data now."
            : $"One batch was not learned by heart: {fall}. {Remedy(options, losses)}";
    }

    private static string Remedy(TrainOptions options, List<double> losses)
    {
        double rate = options.Lr;
        if (!double.IsFinite(losses[^1]) || losses[^1] > losses[0])
            return FormattableString.Invariant($"It grows: the learning rate is too high (it is {rate:G4}). Try {rate / 10:G4}.");
        return losses.Min() > Moved * losses[0]
            ? FormattableString.Invariant($"It hardly moves: the learning rate is too low (it is {rate:G4}; try {rate * 10:G4}), or no gradient reaches the layers: look for a ReLU after the last layer, for frozen weights, and for labels that do not belong to their inputs.")
            : FormattableString.Invariant($"It falls, but slowly: try a learning rate of {rate * 10:G4}, or a model with more weights.");
    }
}
