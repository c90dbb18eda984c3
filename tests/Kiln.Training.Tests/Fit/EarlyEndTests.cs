using static Kiln.Training.Layers;
using static Kiln.Training.Tests.Fit.TestRuns;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Fit;

/// <summary>Runs that end before their last epoch, or do not begin.</summary>
public sealed class EarlyEndTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Early_stopping_ends_the_run_and_hands_back_the_best_weights()
    {
        using DataSet data = Clouds();
        (TrainingResult result, _) = await Run(Job(data, options: new TrainOptions { Epochs = 200, Batch = 32, Lr = 0.05, EarlyStop = 3 }));
        Assert.Equal(TrainingOutcome.Finished, result.Outcome);
        Assert.Equal(result.BestEpoch + 3, result.Epochs.Length);
        Assert.Equal(result.BestEpoch, result.KeptEpoch);
        Assert.Equal($"Stopped early after epoch {result.Epochs.Length}: the last 3 were no better than epoch {result.BestEpoch}; the weights of epoch {result.BestEpoch} were kept.", result.Reason);
        Assert.Contains("test_accuracy", result.Metrics.Keys);
    }

    [Fact]
    public async Task A_run_that_stopped_early_does_not_go_on_when_resumed()
    {
        using DataSet data = Clouds();
        TrainingJob job = Job(data, options: new TrainOptions { Epochs = 200, Batch = 32, Lr = 0.05, EarlyStop = 3 }) with { CheckpointFolder = _folder.Path };
        (TrainingResult first, _) = await Run(job);
        (TrainingResult again, List<TrainingEvent> events) = await Run(job with { Resume = true });
        Assert.Empty(events.OfType<BatchEnded>());
        Assert.Equal((first.Reason, first.Epochs.Length), (again.Reason, again.Epochs.Length));
    }

    [Fact]
    public void Early_stopping_needs_validation()
    {
        using DataSet data = Clouds(options: new DataOptions { Split = "100/0/0" });
        string message = Assert.Throws<ArgumentException>(() => new TrainOptions { EarlyStop = 3 }.Check(data)).Message;
        Assert.Equal("EarlyStop: it needs validation examples to judge by, and 'clouds' was split 100/0/0. Load the data with a validation split, such as 80/10/10.", message);
    }

    [Fact]
    public async Task Every_epoch_is_kept_as_a_file_where_asked_for()
    {
        using DataSet data = Clouds();
        (TrainingResult result, _) = await Run(Job(data, options: new TrainOptions { Epochs = 3, Batch = 32, Keep = "every" }) with { CheckpointFolder = _folder.Path });
        Assert.Equal(["epoch-1.safetensors", "epoch-2.safetensors", "epoch-3.safetensors"],
            Directory.EnumerateFiles(_folder.File("epochs")).Select(Path.GetFileName).Order());
        Assert.Equal(result.BestEpoch, result.KeptEpoch);
    }

    [Fact]
    public async Task Data_that_are_not_finite_are_found_before_the_first_batch()
    {
        var inputs = Enumerable.Range(0, 400).Select(i => i == 7 ? float.PositiveInfinity : i).ToArray();
        using DataSet data = DataSet.FromArrays("holes", inputs, [4], [.. Enumerable.Range(0, 100).Select(i => i % 2L)], ["a", "b"], new DataOptions { Split = "100/0/0", Normalize = false });
        (TrainingResult result, List<TrainingEvent> events) = await Run(Job(data, options: new TrainOptions { Batch = TrainOptions.FullBatch }));
        Assert.IsType<RunEnded>(Assert.Single(events));
        Assert.Equal("Data 'holes': an input of the first batch is not a finite number (1 of 400 are NaN or infinite). Remove or replace such values before loading the data.", result.Reason);
    }

    [Fact]
    public async Task A_loss_that_is_not_finite_before_any_training_names_the_layer()
    {
        using DataSet data = Clouds();
        var model = new ModelDefinition("log", "log", c => LayerStack.Build([Linear(c.Classes), new Layer("Log", 2, _ => new Logarithm())], c.InputShape));
        (TrainingResult result, List<TrainingEvent> events) = await Run(Job(data, model));
        Assert.IsType<RunEnded>(Assert.Single(events));
        Assert.StartsWith("The loss of the first batch is NaN before any training: the first output that is not finite is that of Log (layer 2, line 2).", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_far_too_high_ends_with_one_message_and_a_remedy()
    {
        using DataSet data = Clouds();
        var model = new ModelDefinition("regression", "regression", c => LayerStack.Build([Linear(32), ReLU(), Linear(32), ReLU(), Linear(c.Classes)], c.InputShape));
        (TrainingResult result, _) = await Run(Job(data, model, new TrainOptions { Epochs = 50, Optimizer = "sgd", Lr = 1e6, Batch = 32 }));
        Assert.Equal(TrainingOutcome.Diverged, result.Outcome);
        Assert.Contains("Lower the learning rate (it is 1E+06)", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loss_that_grows_in_the_first_epoch_is_told_with_a_remedy()
    {
        using DataSet data = Clouds();
        (TrainingResult result, List<TrainingEvent> events) = await Run(Job(data, options: new TrainOptions { Epochs = 2, Batch = 32, Lr = 10 }));
        Assert.Equal(TrainingOutcome.Finished, result.Outcome);
        string text = Assert.Single(events.OfType<TrainingWarning>()).Text;
        Assert.StartsWith("The loss grew in the first epoch, from ", text, StringComparison.Ordinal);
        Assert.EndsWith(": the learning rate of 10 is too high. Try --lr 0.1, or --lr auto.", text, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private sealed class Logarithm() : nn.Module<Tensor, Tensor>(nameof(Logarithm))
    {
        public override Tensor forward(Tensor input) => input.log();
    }
}
