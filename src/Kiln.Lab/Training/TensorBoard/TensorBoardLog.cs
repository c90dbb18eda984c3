using System.Text;
using Kiln.Runs;
using Kiln.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln;

/// <summary>Writes a run for TensorBoard: <c>tensorboard --logdir DIR</c> shows all runs of a folder together, also while they train.</summary>
/// <remarks>
/// Each run is a folder NAME-ID with the metrics by epoch (<c>epoch/val_loss</c>, step = epoch), the loss by batch (<c>batch/loss</c>, the mean
/// of up to 50 batches, step = batch over the whole run), the final test metrics (<c>final/…</c>) and the settings as a text, at the end with the run's row. A resumed run goes on in its folder.
/// </remarks>
/// <param name="folder">The folder that TensorBoard is pointed at.</param>
/// <param name="time">The clock.</param>
internal sealed class TensorBoardLog(string folder, TimeProvider time) : IRunCallback
{
    private const int BatchesPerPoint = 50;

    private SummaryWriter? _writer;
    private double _lossSum;
    private int _batches;

    /// <summary>The folder of a run.</summary>
    public static string FolderOf(string folder, RunRecord run) => Path.GetFullPath(Path.Combine(folder, $"{string.Join('_', run.Name.Split(Path.GetInvalidFileNameChars()))}-{run.Id}"));

    /// <inheritdoc/>
    public void OnRunStarted(RunStarted started, RunControl run)
    {
        var record = run.Progress.Run;
        _writer = utils.tensorboard.SummaryWriter(FolderOf(folder, record));
        _writer.add_text("run", Settings(record, started.Plan), started.Plan.FirstEpoch - 1, Now);
    }

    /// <inheritdoc/>
    public void OnBatchEnded(BatchEnded batch, RunControl run)
    {
        _lossSum += batch.Loss;
        if (++_batches == BatchesPerPoint) WriteLoss(batch.Step);
    }

    /// <inheritdoc/>
    public void OnEpochEnded(EpochEnded epoch, RunControl run)
    {
        foreach (var (name, value) in epoch.Metrics) Write($"epoch/{name}", value, epoch.Epoch);
    }

    /// <inheritdoc/>
    public void OnRunEnded(RunEnded ended, RunControl run)
    {
        _writer?.add_text(TensorBoardFile.RowTag, TensorBoardFile.Row(run.Progress.Run), ended.Result.Epochs.Length, Now);
        if (_batches > 0) WriteLoss(Math.Max(0, run.Progress.StepsDone - 1));
        foreach (var (name, value) in ended.Result.Metrics.Where(metric => metric.Key.StartsWith("test_", StringComparison.Ordinal)))
            Write($"final/{name}", value, ended.Result.KeptEpoch ?? 0);
    }

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    private void WriteLoss(long step)
    {
        Write("batch/loss", _lossSum / _batches, step);
        (_lossSum, _batches) = (0, 0);
    }

    private void Write(string tag, double value, long step) => _writer?.add_scalar(tag, (float)value, (int)Math.Min(step, int.MaxValue), Now);

    // A table, because TensorBoard shows texts as Markdown.
    private static string Settings(RunRecord run, TrainingPlan plan)
    {
        var text = new StringBuilder($"| setting | value |\n|---|---|\n| run | {run.Id} |\n| model | {run.ModelName} |\n| data | {run.DataName} |\n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| seed | {run.Seed} |\n| parameters | {plan.Parameters} |\n");
        foreach (var (name, value) in plan.Hyperparameters) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| hp {name} | {value} |\n");
        return text.Append("| options | `").Append(run.OptionsJson).Append("` |\n").ToString();
    }
}
