using Kiln.Training.Tests.Fit;
using static Kiln.Training.Layers;

namespace Kiln.Training.Tests.Tasks;

public sealed class LearningTaskTests
{
    [Fact]
    public async Task A_line_is_learnt_by_regression()
    {
        using DataSet data = Line();
        ModelDefinition model = new("line", "line", c => LayerStack.Build([Linear(c.Outputs)], c.InputShape));
        TrainingJob job = TestRuns.Job(data, model, new TrainOptions { Epochs = 60, Batch = 16, Lr = 0.05 });
        TrainingResult result = (await TestRuns.Run(job)).Result;
        Assert.Equal(TrainingOutcome.Finished, result.Outcome);
        Assert.InRange(result.Metrics["test_rmse"], 0, 0.15);
        Assert.Equal(Math.Sqrt(result.Metrics["val_loss"]), result.Metrics["val_rmse"], 5);
    }

    [Fact]
    public async Task Metrics_of_scaled_targets_are_in_the_unit_of_the_raw_ones()
    {
        using DataSet data = Line(new DataOptions { NormalizeTargets = true });
        Assert.InRange(data.TargetScaling.Deviation[0], 1, 3);
        ModelDefinition model = new("line", "line", c => LayerStack.Build([Linear(c.Outputs)], c.InputShape));
        TrainingResult result = (await TestRuns.Run(TestRuns.Job(data, model, new TrainOptions { Epochs = 60, Batch = 16, Lr = 0.05 }))).Result;
        Assert.Equal(Math.Sqrt(result.Metrics["val_loss"]) * data.TargetScaling.Deviation[0], result.Metrics["val_rmse"], 5);
    }

    [Fact]
    public async Task An_autoencoder_is_judged_by_its_loss_alone()
    {
        using DataSet data = TestRuns.Clouds();
        ModelDefinition model = new("squeeze", "squeeze", c => LayerStack.Build([Linear(2), Linear(c.Outputs)], c.InputShape));
        TrainingResult result = (await TestRuns.Run(TestRuns.Job(data, model, new TrainOptions { Task = "autoencoding", Epochs = 20, Lr = 0.02 }))).Result;
        Assert.DoesNotContain(result.Metrics.Keys, name => name.Contains("accuracy", StringComparison.Ordinal));
        Assert.InRange(result.Metrics["test_loss"], 0, result.Epochs[0].Metrics["train_loss"]);
    }

    [Fact]
    public void A_task_that_the_targets_do_not_fit_is_refused_with_the_one_that_fits()
    {
        using DataSet data = TestRuns.Clouds();
        var problem = Assert.Throws<ArgumentException>(() => LearningTasks.Find("regression", data));
        Assert.Equal("Task: regression cannot be learnt from 'clouds', whose targets are made for classification. Leave the task out, or load other data.", problem.Message);
    }

    [Fact]
    public void A_loss_that_does_not_fit_the_task_is_refused_with_those_that_do()
    {
        using DataSet data = TestRuns.Clouds();
        var problem = Assert.Throws<ArgumentException>(() => Losses.For(data.Task, new TrainOptions { Loss = "mse" }, data));
        Assert.Equal("Loss: mse does not fit classification. Use cross-entropy.", problem.Message);
    }

    [Fact]
    public void A_metric_that_does_not_fit_the_task_is_refused_with_those_that_do()
    {
        var problem = Assert.Throws<ArgumentException>(() => MetricTable.For(LearningTasks.Classification, "accuracy,rmse"));
        Assert.StartsWith("Metrics: rmse does not fit classification. Use some of accuracy", problem.Message, StringComparison.Ordinal);
    }

    private static DataSet Line(DataOptions? options = null)
    {
        var random = new Random(7);
        float[] x = [.. Enumerable.Range(0, 200).Select(_ => (float)(4 * random.NextDouble() - 2))];
        float[] y = [.. x.Select(value => 2 * value + 1 + 0.1f * (float)(random.NextDouble() - 0.5))];
        return DataSet.FromArrays("line", x, [1], y, ["y"], options);
    }
}
