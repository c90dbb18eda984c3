using static Kiln.Training.Layers;
using static Kiln.Training.Tests.Fit.TestRuns;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Fit;

public sealed class TrainerFailureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task An_interrupt_stops_within_a_batch_and_keeps_the_history()
    {
        using DataSet data = Clouds();
        var interrupter = new Interrupter();
        ModelDefinition stopping = Calling(call => { if (call == 2 * 8 + 4) interrupter.Request(StopReason.User); });
        (TrainingResult result, List<TrainingEvent> events) = await Run(Job(data, stopping), interrupter);
        Assert.Equal((TrainingOutcome.Stopped, StopReason.User, "Interrupted by the user."), (result.Outcome, result.StoppedBy, result.Reason));
        Assert.Equal(20, events.OfType<BatchEnded>().Count());
        Assert.Equal([1, 2], result.Epochs.Select(epoch => epoch.Epoch));
        Assert.Equal(result.Epochs[result.KeptEpoch!.Value - 1].Metrics, result.Metrics);
        Assert.NotNull(result.Module);
    }

    [Fact]
    public async Task An_interrupt_in_the_first_epoch_leaves_a_usable_model()
    {
        using DataSet data = Clouds();
        var interrupter = new Interrupter();
        interrupter.Request(StopReason.Pruned);
        (TrainingResult result, _) = await Run(Job(data), interrupter);
        Assert.Equal((TrainingOutcome.Stopped, StopReason.Pruned), (result.Outcome, result.StoppedBy));
        Assert.Empty(result.Metrics);
        Assert.Null(result.BestEpoch);
        using var scope = NewDisposeScope();
        Assert.Equal([5, 3], result.Module!.call(zeros(5, 4)).shape);
    }

    [Fact]
    public async Task Time_that_is_up_stops_the_run_and_still_measures_it()
    {
        using DataSet data = Clouds();
        var time = new SteppingTime(TimeSpan.FromSeconds(1));
        (TrainingResult result, _) = await Run(Job(data, options: new TrainOptions { Epochs = 1000, Batch = 32, MaxTime = TimeSpan.FromMinutes(2) }), time: time);
        Assert.Equal((TrainingOutcome.Stopped, StopReason.TimeLimit, "The time of 00:02:00 is up."), (result.Outcome, result.StoppedBy, result.Reason));
        Assert.InRange(result.Epochs.Length, 1, 10);
        Assert.Contains("test_accuracy", result.Metrics.Keys);
    }

    [Fact]
    public async Task A_loss_that_explodes_names_the_layer_and_keeps_the_last_good_weights()
    {
        using DataSet data = Clouds();
        ModelDefinition poisoned = Layered(call => call > 2 * 8 + 3, input => input / 0);
        (TrainingResult result, List<TrainingEvent> events) = await Run(Job(data, poisoned) with { CheckpointFolder = _folder.Path });
        Assert.Equal(TrainingOutcome.Diverged, result.Outcome);
        Assert.True(File.Exists(_folder.File("last/epoch-2.safetensors")));
        Assert.StartsWith("The loss became NaN in epoch 3, batch 4: the first output that is not finite is that of Probe (layer 2). Lower the learning rate (it is 0.01)",
            result.Reason, StringComparison.Ordinal);
        Assert.Equal(2, events.OfType<EpochEnded>().Count());
        Assert.Equal(19, events.OfType<BatchEnded>().Count());
        Assert.All(result.Module!.parameters(), p => Assert.True(isfinite(p).all().item<bool>()));
    }

    [Fact]
    public async Task A_learning_rate_that_is_far_too_high_ends_as_diverged()
    {
        using DataSet data = Clouds();
        var linear = new ModelDefinition("linear", "", c => LayerStack.Build([Linear(16, line: 1), Linear(c.Classes, line: 2)], c.InputShape));
        (TrainingResult result, _) = await Run(Job(data, linear, new TrainOptions { Optimizer = "sgd", Lr = 1e30, Batch = 32 }));
        Assert.Equal(TrainingOutcome.Diverged, result.Outcome);
        Assert.Contains("Lower the learning rate (it is 1E+30)", result.Reason, StringComparison.Ordinal);
        Assert.Contains("Linear (layer ", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_that_are_not_finite_are_named()
    {
        float[] inputs = [.. Enumerable.Range(0, 400).Select(i => i == 77 ? float.PositiveInfinity : i % 5)];
        using DataSet data = DataSet.FromArrays("holes", inputs, [4], [.. Enumerable.Range(0, 100).Select(i => i % 3L)], ["a", "b", "c"],
            new DataOptions { Normalize = false, Split = "100/0/0" });
        (TrainingResult result, _) = await Run(Job(data, options: new TrainOptions { Batch = 4 }));
        Assert.Equal(TrainingOutcome.Diverged, result.Outcome);
        Assert.Contains("the batch itself holds values that are not finite", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_throws_ends_the_run_as_failed_with_its_history()
    {
        using DataSet data = Clouds();
        ModelDefinition throwing = Calling(call => { if (call == 2 * 8 + 4) throw new InvalidOperationException("not today"); });
        (TrainingResult result, List<TrainingEvent> events) = await Run(Job(data, throwing));
        Assert.Equal((TrainingOutcome.Failed, "Model 'probe' failed in epoch 3: InvalidOperationException: not today"), (result.Outcome, result.Reason));
        Assert.IsType<InvalidOperationException>(result.Exception);
        Assert.Equal(2, result.Epochs.Length);
        Assert.IsType<RunEnded>(events[^1]);
    }

    [Fact]
    public async Task A_model_that_does_not_fit_ends_the_run_as_failed_before_it_starts()
    {
        using DataSet data = Clouds();
        var model = new ModelDefinition("net", "", c => LayerStack.Build([Linear(7, line: 3)], c.InputShape));
        (TrainingResult result, List<TrainingEvent> events) = await Run(Job(data, model));
        Assert.Equal(TrainingOutcome.Failed, result.Outcome);
        Assert.IsType<ModelShapeException>(result.Exception);
        Assert.Contains("Linear (layer 1, line 3)", result.Reason, StringComparison.Ordinal);
        Assert.IsType<RunEnded>(Assert.Single(events));
        Assert.Null(result.Module);
    }

    [Fact]
    public async Task A_full_disk_is_a_warning_and_the_training_goes_on()
    {
        using DataSet data = Clouds();
        ModelDefinition filling = Calling(call => { if (call == 1) FillDisk(); });
        (TrainingResult result, List<TrainingEvent> events) = await Run(Job(data, filling) with { CheckpointFolder = _folder.Path });
        var warning = Assert.Single(events.OfType<TrainingWarning>());
        Assert.Contains(_folder.Path, warning.Text, StringComparison.Ordinal);
        Assert.Contains("Training goes on", warning.Text, StringComparison.Ordinal);
        Assert.Equal((TrainingOutcome.Finished, 3), (result.Outcome, result.Epochs.Length));
        Assert.All(result.Epochs, epoch => Assert.False(epoch.CheckpointWritten));
        Assert.Contains("test_accuracy", result.Metrics.Keys);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_a_warning()
    {
        using DataSet data = Clouds();
        File.WriteAllText(_folder.File("file"), "");
        (TrainingResult result, List<TrainingEvent> events) = await Run(Job(data) with { CheckpointFolder = _folder.File("file/run") });
        Assert.Equal(TrainingOutcome.Finished, result.Outcome);
        Assert.Single(events.OfType<TrainingWarning>());
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Files that the checkpoint is written to first now lead to a device that is always full.</summary>
    private void FillDisk()
    {
        Directory.CreateDirectory(_folder.File("last"));
        for (int epoch = 1; epoch <= 3; epoch++)
            File.CreateSymbolicLink(_folder.File($"last/epoch-{epoch}.safetensors.tmp"), "/dev/full");
    }

    private static ModelDefinition Calling(Action<int> onTrainingCall) => Layered(call =>
    {
        onTrainingCall(call);
        return false;
    }, input => input);

    /// <summary>A model with a layer that counts its calls in training, and changes its input at some of them.</summary>
    private static ModelDefinition Layered(Func<int, bool> when, Func<Tensor, Tensor> change) => new("probe", "probe", c =>
        LayerStack.Build([Linear(8), new Probe(when, change), ReLU(), Linear(c.Classes)], c.InputShape));

    /// <summary>A clock that moves on by a fixed time whenever it is read.</summary>
    private sealed class SteppingTime(TimeSpan step) : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Add(ref _ticks, step.Ticks);
    }
}
