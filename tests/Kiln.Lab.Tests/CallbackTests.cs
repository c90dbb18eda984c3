using Kiln.Runs;
using Kiln.Training;

namespace Kiln.Tests;

[Collection("lab")]
public sealed class CallbackTests : IDisposable
{
    private readonly LabFixture _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_callback_hears_of_all_but_crowded_batches_in_their_order()
    {
        LabFixture.Define("mlp", 16);
        var diary = new Diary();
        var run = await Lab.Train("mlp", "digits", new TrainOptions { Epochs = 2 }, new RunSettings { Callbacks = [diary] });
        Assert.Equal(["start", "batches", "epoch 1", "batches", "epoch 2", "end Finished"], diary.Lines);
        Assert.Equal(run.Id, diary.Id);
    }

    [Fact]
    public async Task A_callback_stops_a_run_with_its_own_reason()
    {
        LabFixture.Define("mlp", 16);
        var run = await Lab.Train("mlp", "digits", new TrainOptions { Epochs = 5000, Lr = 5e-3 }, new RunSettings { Callbacks = [new StopAt(0.5)] });
        Assert.Equal((RunStatus.Stopped, "An accuracy of 0.5 is reached."), (run.Record.Status, run.Record.StatusReason));
        Assert.Equal(run.Record.StatusReason, _lab.Reopen().Store.Get(run.Id).StatusReason);
    }

    [Fact]
    public async Task A_callback_that_throws_is_left_out_and_told_of_once()
    {
        LabFixture.Define("mlp", 16);
        var run = await Lab.Train("mlp", "digits", new TrainOptions { Epochs = 2 }, new RunSettings { Callbacks = [new Clumsy()] });
        Assert.Equal(RunStatus.Finished, run.Record.Status);
        Assert.Equal("Clumsy failed and was left out; training went on. InvalidOperationException: No pen.", Assert.Single(run.Notes));
    }

    private sealed class Diary : IRunCallback
    {
        public List<string> Lines { get; } = [];

        public string? Id { get; private set; }

        public void OnRunStarted(RunStarted started, RunControl run) => Lines.Add("start");

        public void OnBatchEnded(BatchEnded batch, RunControl run)
        {
            if (Lines[^1] != "batches") Lines.Add("batches");
        }

        public void OnEpochEnded(EpochEnded epoch, RunControl run) => Lines.Add($"epoch {epoch.Epoch}");

        public void OnRunEnded(RunEnded ended, RunControl run)
        {
            Lines.Add($"end {ended.Result.Outcome}");
            Id = run.Progress.Run.Id;
        }
    }

    private sealed class StopAt(double accuracy) : IRunCallback
    {
        public void OnEpochEnded(EpochEnded epoch, RunControl run)
        {
            if (epoch.Metrics["val_accuracy"] >= accuracy) run.Stop(FormattableString.Invariant($"An accuracy of {accuracy} is reached."));
        }
    }

    private sealed class Clumsy : IRunCallback
    {
        public void OnEpochEnded(EpochEnded epoch, RunControl run) => throw new InvalidOperationException("No pen.");
    }
}
