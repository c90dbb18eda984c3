using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>What an arm of a comparison costs.</summary>
/// <param name="TrainingTime">Mean time from the start of a run to the end of its last epoch; null where no epoch was recorded.</param>
/// <param name="ExamplesPerSecond">Mean over epochs and runs, evaluation not counted; null where it was not recorded.</param>
/// <param name="Parameters">Trainable and frozen weights of the model; null where the session has not got its definition.</param>
public sealed record ArmCost(TimeSpan? TrainingTime, double? ExamplesPerSecond, long? Parameters)
{
    /// <summary>The cost of an arm from the epochs of its runs.</summary>
    internal static ArmCost Of(ArmSource source, DataSet data, RunRecord run, IReadOnlyList<IReadOnlyList<EpochRecord>> epochs)
    {
        var ended = epochs.Where(run => run.Count > 0).ToList();
        var speeds = ended.SelectMany(run => run)
            .Select(epoch => epoch.Metrics.GetValueOrDefault(MetricNames.ExamplesPerSecond, double.NaN))
            .Where(double.IsFinite).ToList();
        return new ArmCost(
            ended.Count == 0 ? null : TimeSpan.FromSeconds(ended.Average(run => run[^1].Elapsed.TotalSeconds)),
            speeds.Count == 0 ? null : speeds.Average(),
            source.Model is { } model ? CountParameters(model, data, run) : null);
    }

    private static long CountParameters(ModelDefinition model, DataSet data, RunRecord run)
    {
        var task = LearningTasks.Find(RunIdentity.ReadOptions(run).Task, data);
        var built = ModelBuilder.Build(model, TaskShape.Of(data, task), run.Parameters, run.Seed);
        using (built.Module) return built.Summary.Parameters;
    }
}
