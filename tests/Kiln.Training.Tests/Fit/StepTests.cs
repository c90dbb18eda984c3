using static Kiln.Training.Layers;
using static Kiln.Training.Tests.Fit.TestRuns;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Fit;

/// <summary>What happens around a step: accumulation, clipping, penalties, measuring.</summary>
public class StepTests
{
    private static readonly ModelDefinition Plain = new("plain", "plain", c => LayerStack.Build([Linear(8), Tanh(), Linear(c.Classes)], c.InputShape));

    [Fact]
    public async Task Accumulated_batches_step_like_one_large_batch()
    {
        using DataSet data = Clouds(250);
        TrainOptions sgd = new() { Epochs = 3, Optimizer = "sgd", Lr = 0.1 };
        var large = await Run(Job(data, Plain, sgd with { Batch = 48 }));
        var small = await Run(Job(data, Plain, sgd with { Batch = 16, Accumulate = 3 }));
        AssertClose(large.Result.Module!, small.Result.Module!, 1e-5);
    }

    [Fact]
    public void A_last_step_of_fewer_batches_weighs_them_by_examples()
    {
        var plan = new StepPlan(new BatchPlan(106, 20), 4);
        Assert.Equal(2, plan.Steps);
        Assert.Equal([0.25, 0.25, 0.25, 0.25, 20 / 26.0, 6 / 26.0], Enumerable.Range(0, 6).Select(plan.ShareOf));
        Assert.Equal([3, 5], Enumerable.Range(0, 6).Where(plan.Ends));
    }

    [Fact]
    public async Task A_clipped_gradient_is_no_longer_than_asked_for()
    {
        using DataSet data = Clouds();
        (TrainingResult result, _) = await Run(Job(data, Plain, new TrainOptions { Epochs = 1, Optimizer = "sgd", Lr = 1, Clip = 1e-3 }));
        IReadOnlyDictionary<string, double> metrics = result.Epochs[0].Metrics;
        Assert.True(metrics["grad_norm"] > 1e-2);
        Assert.InRange(metrics["update_ratio"] * metrics["weight_norm"], 0.9e-3, 1.01e-3);
    }

    [Fact]
    public async Task Components_are_clipped_by_value()
    {
        using DataSet data = Clouds();
        (TrainingResult result, _) = await Run(Job(data, Plain, new TrainOptions { Epochs = 1, Optimizer = "sgd", Lr = 1, ClipValue = 1e-4 }));
        IReadOnlyDictionary<string, double> metrics = result.Epochs[0].Metrics;
        Assert.InRange(metrics["update_ratio"] * metrics["weight_norm"], 0, 1e-4 * Math.Sqrt(8 * 4 + 8 + 3 * 8 + 3) * 1.01);
    }

    [Fact]
    public async Task The_l1_penalty_makes_weights_small()
    {
        using DataSet data = Clouds();
        TrainOptions options = new() { Epochs = 10, Lr = 0.01, Batch = 32, Keep = "last" };
        var free = await Run(Job(data, Plain, options));
        var bound = await Run(Job(data, Plain, options with { L1 = 0.05 }));
        Assert.True(Sum(bound.Result) < 0.6 * Sum(free.Result), $"{Sum(bound.Result)} of {Sum(free.Result)}");

        static double Sum(TrainingResult result) => result.Module!.parameters().Sum(weight => weight.abs().sum().item<float>());
    }

    [Fact]
    public async Task The_rate_of_an_epoch_is_that_of_its_last_step()
    {
        using DataSet data = Clouds();
        (TrainingResult result, _) = await Run(Job(data, Plain, new TrainOptions { Epochs = 4, Batch = 32, Lr = 0.1, Schedule = "exponential(0.5)" }));
        Assert.Equal([0.1, 0.05, 0.025, 0.0125], result.Epochs.Select(epoch => epoch.Metrics["lr"]));
    }

    [Fact]
    public async Task A_full_batch_makes_one_step_of_an_epoch()
    {
        using DataSet data = Clouds();
        (_, List<TrainingEvent> events) = await Run(Job(data, Plain, new TrainOptions { Epochs = 3, Batch = TrainOptions.FullBatch }));
        Assert.Equal(3, events.OfType<BatchEnded>().Count());
    }

    [Fact]
    public async Task Groups_before_the_last_learn_slower_where_asked_for()
    {
        using DataSet data = Clouds();
        TrainOptions options = new() { Epochs = 1, Batch = TrainOptions.FullBatch, Optimizer = "sgd", Lr = 0.1, Keep = "last" };
        Dictionary<string, Tensor> start = ModelBuilder.Build(Plain, data.InputShape, data.Classes).Module.state_dict();
        var even = await Run(Job(data, Plain, options));
        var graded = await Run(Job(data, Plain, options with { LayerLr = 0.5 }));
        double Moved(TrainingResult result, string name) => (result.Module!.state_dict()[name] - start[name]).norm().item<float>();
        Assert.Equal(0.5 * Moved(even.Result, "0.weight"), Moved(graded.Result, "0.weight"), 1e-5);
        Assert.Equal(Moved(even.Result, "2.weight"), Moved(graded.Result, "2.weight"), 1e-6);
    }

    private static void AssertClose(nn.Module a, nn.Module b, double tolerance)
    {
        foreach ((string name, Tensor value) in a.state_dict())
            Assert.True((value - b.state_dict()[name]).abs().max().item<float>() <= tolerance, name);
    }
}
