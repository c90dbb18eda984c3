using Kiln.Runs;
using static TorchSharp.torch;

namespace Kiln;

/// <summary>Writes a recorded run for TensorBoard, under the names that <see cref="TensorBoardLog"/> gives a run while it trains.</summary>
internal static class TensorBoardFile
{
    /// <summary>The tag of the run's row, by which <see cref="RunStore.Import"/> knows the run again.</summary>
    public const string RowTag = "kiln";

    /// <summary>The run's row as a text; in a block, because TensorBoard shows texts as Markdown.</summary>
    public static string Row(RunRecord run) => $"```json\n{run.ToJson()}\n```";

    /// <summary>Writes a run's folder.</summary>
    public static void Write(string folder, RunRecord run, IReadOnlyList<EpochRecord> epochs, StepCurve steps)
    {
        var writer = utils.tensorboard.SummaryWriter(TensorBoardLog.FolderOf(folder, run));
        var start = run.CreatedAt.ToUnixTimeSeconds();
        writer.add_text(RowTag, Row(run), 0, start);
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
