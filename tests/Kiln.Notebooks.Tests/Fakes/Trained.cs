using System.Collections.Immutable;
using Kiln.Runs;
using Kiln.Training;

namespace Kiln.Notebooks.Tests;

/// <summary>Runs whose events are made up, so that views and reports can be tested without training.</summary>
internal sealed class Trained
{
    public const int BatchesPerEpoch = 100;

    private readonly RunRecord _row;

    public Trained(int epochs = 5, string model = "net", string data = "digits")
    {
        _row = new RunRecord { Id = "r1a2b3c4", Name = model, ModelName = model, DataName = data, ModelSource = "Linear(classes)", CreatedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero) };
        Progress = new RunProgress(_row, new TrainOptions { Epochs = epochs });
        Epochs = epochs;
    }

    public RunProgress Progress { get; }

    public int Epochs { get; }

    public void Start(ModelSummary summary) =>
        Progress.Apply(new RunStarted(new TrainingPlan(Epochs, BatchesPerEpoch, 1, summary, ImmutableSortedDictionary<string, string>.Empty, 1, [])));

    public void Batch(long step, double loss) =>
        Progress.Apply(new BatchEnded(step, (int)(step / BatchesPerEpoch) + 1, (int)(step % BatchesPerEpoch), loss, TimeSpan.FromSeconds(0.01 * (step + 1))));

    public void Epoch(int epoch, double trainLoss, double valLoss, bool best)
    {
        var metrics = new Dictionary<string, double>
        {
            ["train_loss"] = trainLoss,
            ["val_loss"] = valLoss,
            ["train_accuracy"] = 1 - trainLoss / 3,
            ["val_accuracy"] = 1 - valLoss / 3,
            ["lr"] = 0.001,
            ["examples_per_second"] = 6400,
        };
        Progress.Apply(new EpochEnded(epoch, metrics.ToImmutableSortedDictionary(), best, best, TimeSpan.FromSeconds(epoch)));
    }

    /// <summary>Trains the whole plan with a loss that falls.</summary>
    public void All(ModelSummary summary)
    {
        Start(summary);
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            for (var batch = 0; batch < BatchesPerEpoch; batch++)
            {
                var step = (epoch - 1L) * BatchesPerEpoch + batch;
                Batch(step, Loss(step) * (1 + 0.2 * Math.Sin(step * 1.7)));
            }
            Epoch(epoch, Loss(epoch * BatchesPerEpoch), Loss(epoch * BatchesPerEpoch) + 0.05, best: true);
        }
        End(TrainingOutcome.Finished, RunStatus.Finished);
    }

    public void End(TrainingOutcome outcome, RunStatus status, string? reason = null)
    {
        var best = Progress.Epochs.LastOrDefault(epoch => epoch.IsBest);
        var metrics = (best?.Metrics ?? ImmutableSortedDictionary<string, double>.Empty).SetItem("test_accuracy", 0.9312);
        Progress.Apply(new RunEnded(new TrainingResult { Outcome = outcome, Reason = reason, BestEpoch = best?.Epoch, Metrics = metrics, Elapsed = TimeSpan.FromSeconds(Epochs), ExamplesPerSecond = 6400 }));
        Progress.Run = _row with { Status = status, StatusReason = reason, Metrics = metrics, BestEpoch = best?.Epoch };
    }

    private static double Loss(double step) => 2.2 * Math.Exp(-step / 150) + 0.2;
}
