using Kiln.Training.Tests.Data;
using static Kiln.Training.Layers;
using static Kiln.Training.Tests.Fit.TestRuns;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Fit.Rehearsals;

public class RehearsalTests
{
    private static readonly ModelDefinition Net = new("net", "net", c => LayerStack.Build([Flatten(), Linear(64), ReLU(), Linear(c.Classes)], c.InputShape));

    [Fact]
    public async Task A_rate_is_suggested_where_the_loss_falls_and_the_sweep_ends_where_it_explodes()
    {
        using DataSet digits = BuiltIn.Load("digits");
        RateSweep sweep = await Rehearsal.FindLearningRate(Job(digits, Net, new TrainOptions { Optimizer = "sgd", Momentum = 0.9 }), new RateSweepOptions { End = 1e4, Steps = 150 }, TestContext.Current.CancellationToken);
        Assert.InRange(sweep.Suggested!.Value, 1e-3, 1);
        Assert.InRange(sweep.Rates.Length, 50, 149);
        Assert.Equal((sweep.Rates.Length, sweep.Rates.Length), (sweep.Losses.Length, sweep.Smoothed.Length));
        Assert.StartsWith("Suggested learning rate: ", sweep.Text, StringComparison.Ordinal);
        Assert.Contains("it explodes.", sweep.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("adam")]
    [InlineData("sgd")]
    public async Task The_suggested_rate_trains_well(string optimizer)
    {
        using DataSet digits = BuiltIn.Load("digits");
        TrainingJob job = Job(digits, Net, new TrainOptions { Epochs = 5, Optimizer = optimizer });
        RateSweep sweep = await Rehearsal.FindLearningRate(job, cancellationToken: TestContext.Current.CancellationToken);
        (TrainingResult result, _) = await Run(job with { Options = job.Options with { Lr = sweep.Suggested!.Value } });
        Assert.True(result.Metrics["val_accuracy"] > 0.9, $"{sweep.Text} {result.Metrics["val_accuracy"]}");
    }

    [Fact]
    public async Task A_sweep_is_the_same_twice_and_shifts_no_random_numbers()
    {
        using DataSet data = Clouds();
        manual_seed(3);
        float expected = rand(1).item<float>();
        manual_seed(3);
        RateSweep first = await Rehearsal.FindLearningRate(Job(data), cancellationToken: TestContext.Current.CancellationToken);
        RateSweep second = await Rehearsal.FindLearningRate(Job(data), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(first.Losses, second.Losses);
        Assert.Equal(expected, rand(1).item<float>());
    }

    [Fact]
    public void Without_a_fall_there_is_no_suggestion()
    {
        double[] rates = [.. Enumerable.Range(0, 50).Select(i => Math.Pow(10, i / 10.0 - 6))];
        Assert.Null(RateSuggestion.Of(rates, [.. rates.Select(_ => 2.3)]));
        Assert.Null(RateSuggestion.Of(rates, [.. rates.Select((_, i) => 1.0 + i)]));
        Assert.Null(RateSuggestion.Of(rates[..5], [5, 4, 3, 2, 1]));
        Assert.Contains("does not fall", RateSuggestion.Text(null, rates, false), StringComparison.Ordinal);
    }

    [Fact]
    public void The_steepest_point_of_a_curve_is_found()
    {
        double[] rates = [.. Enumerable.Range(0, 80).Select(i => Math.Pow(10, i / 10.0 - 6))];
        double[] losses = [.. rates.Select(rate => 2 - Math.Tanh(2 * Math.Log10(rate / 0.02)) + Math.Pow(rate / 1, 4))];
        Assert.Equal(0.02, RateSuggestion.Of(rates, losses)!.Value, 0.005);
    }

    [Theory]
    [InlineData(0, 1, 100, "expected a start above 0")]
    [InlineData(1, 1, 100, "expected a start above 0")]
    [InlineData(1e-3, 1, 5, "expected at least 20 steps, got 5")]
    public async Task A_sweep_that_makes_no_sense_is_refused(double start, double end, int steps, string message)
    {
        using DataSet data = Clouds();
        ArgumentException problem = await Assert.ThrowsAsync<ArgumentException>(() =>
            Rehearsal.FindLearningRate(Job(data), new RateSweepOptions { Start = start, End = end, Steps = steps }));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_batch_is_learned_by_heart_by_a_model_that_can_learn()
    {
        using DataSet digits = BuiltIn.Load("digits");
        OneBatchVerdict verdict = await Rehearsal.OverfitOneBatch(Job(digits, Net, new TrainOptions { Lr = 0.01 }), cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(verdict.Learned, verdict.Text);
        Assert.StartsWith("One batch was learned by heart: the loss went from ", verdict.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e-9, "It hardly moves: the learning rate is too low (it is 1E-09; try 1E-08)")]
    [InlineData(1e5, "It grows: the learning rate is too high (it is 1E+05). Try 1E+04.")]
    [InlineData(2e-4, "It falls, but slowly: try a learning rate of 0.002")]
    public async Task One_batch_that_is_not_learned_names_the_likely_cause(double lr, string expected)
    {
        using DataSet digits = BuiltIn.Load("digits");
        TrainingJob job = Job(digits, Net, new TrainOptions { Lr = lr, Optimizer = lr > 1 ? "sgd" : "adam" });
        OneBatchVerdict verdict = await Rehearsal.OverfitOneBatch(job, 40, TestContext.Current.CancellationToken);
        Assert.False(verdict.Learned);
        Assert.Contains(expected, verdict.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_counts_steps_and_weights_and_measures_the_first_loss()
    {
        using DataSet data = Clouds();
        DryRun dry = await Rehearsal.DryRun(Job(data, options: new TrainOptions { Batch = 32, Accumulate = 3, Freeze = "1" }), TestContext.Current.CancellationToken);
        Assert.Equal((8, 3), (dry.BatchesPerEpoch, dry.StepsPerEpoch));
        Assert.True(dry.Trainable < dry.Summary.Parameters);
        Assert.InRange(dry.FirstLoss, 0.5, 3);
    }

    [Fact]
    public async Task A_batch_that_does_not_fit_into_memory_has_a_remedy()
    {
        using DataSet data = Clouds();
        var huge = new ModelDefinition("huge", "huge", c => LayerStack.Build([Linear(8), new Layer("Huge", 0, _ => new Huge()), Linear(c.Classes)], c.InputShape));
        TrainingException problem = await Assert.ThrowsAsync<TrainingException>(() => Rehearsal.DryRun(Job(data, huge), TestContext.Current.CancellationToken));
        Assert.EndsWith("The memory is full: use a smaller batch (it is 32) or a smaller model.", problem.Message, StringComparison.Ordinal);
    }

    private sealed class Huge() : nn.Module<Tensor, Tensor>(nameof(Huge))
    {
        public override Tensor forward(Tensor input) => input.shape[0] > 2 ? zeros(1L << 46) : input;
    }
}
