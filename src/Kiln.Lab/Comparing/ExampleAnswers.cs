using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>What the stored model of a run makes of each test example.</summary>
internal static class ExampleAnswers
{
    /// <summary>1 for right and 0 for wrong, or the loss, in the order of the split.</summary>
    /// <exception cref="LabException">The metric is no sum over examples, or the weights are gone.</exception>
    public static IReadOnlyList<double> Of(LabWorkspace workspace, RunRecord run, string metric, CancellationToken cancellationToken)
    {
        var (split, name) = Parts(metric);
        try
        {
            using var model = RunModel.Of(workspace, run, null);
            var scores = ExampleScores.Of(model, split, cancellationToken);
            if (name == "loss") return scores.Losses;
            return scores.AreRight.IsEmpty ? throw NotClasses(run, split) : [.. scores.AreRight.Select(right => right ? 1.0 : 0.0)];
        }
        catch (CheckpointException problem)
        {
            throw new LabException($"Comparing over test examples needs the stored weights of run {run.Id}, and they cannot be read. Train it again, or compare over seeds with --seeds 6. {problem.Message}", problem);
        }
    }

    private static (string Split, string Name) Parts(string metric) => metric.Split('_', 2) switch
    {
        ["test", "accuracy" or "loss"] parts => ("test", parts[1]),
        ["val", "accuracy" or "loss"] parts => ("validation", parts[1]),
        _ => throw new LabException($"Over test examples only accuracy and loss can be compared, got '{metric}': it does not belong to single examples. Use --metric test_accuracy, or compare over seeds with --seeds 6."),
    };

    private static LabException NotClasses(RunRecord run, string split) =>
        new($"Run {run.Id} does not answer with classes, so no answer is right or wrong. Use --metric {(split == "test" ? "test" : "val")}_loss.");
}
