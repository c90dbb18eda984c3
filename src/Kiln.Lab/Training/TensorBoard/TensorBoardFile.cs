using Kiln.Runs;
using static TorchSharp.torch;

namespace Kiln;

/// <summary>Writes a recorded run for TensorBoard, under the names that <see cref="TensorBoardLog"/> gives a run while it trains.</summary>
internal static class TensorBoardFile
{
    /// <summary>Writes a run's folder.</summary>
    public static void Write(string folder, RunRecord run, IReadOnlyList<EpochRecord> epochs, StepCurve steps)
    {
        var writer = utils.tensorboard.SummaryWriter(TensorBoardLog.FolderOf(folder, run));
        var start = run.CreatedAt.ToUnixTimeSeconds();
        foreach (var epoch in epochs)
            foreach (var (name, value) in epoch.Metrics)
                writer.add_scalar($"epoch/{name}", (float)value, epoch.Epoch, start + (long)epoch.Elapsed.TotalSeconds);
        // The store has no time of a step: that of the run's beginning stands for it.
        for (var name = 0; name < steps.Names.Length; name++)
            foreach (var point in steps.Points.Where(point => !double.IsNaN(point.Values[name])))
                writer.add_scalar($"batch/{steps.Names[name]}", (float)point.Values[name], (int)Math.Min(point.Step, int.MaxValue), start);
        foreach (var (name, value) in run.Metrics.Where(metric => metric.Key.StartsWith("test_", StringComparison.Ordinal)))
            writer.add_scalar($"final/{name}", (float)value, run.BestEpoch ?? 0, start + (long)(epochs.LastOrDefault()?.Elapsed.TotalSeconds ?? 0));
    }
}
