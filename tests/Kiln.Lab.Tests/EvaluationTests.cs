using Kiln.Training;
using static TorchSharp.torch;

namespace Kiln.Tests;

[Collection("lab")]
public sealed class EvaluationTests : IDisposable
{
    private static readonly TrainOptions Short = new() { Epochs = 2 };
    private readonly LabFixture _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_run_is_measured_as_it_was_when_it_ended()
    {
        LabFixture.Define("mlp", 16);
        var run = await Lab.Train("mlp", "digits", Short);
        var evaluation = run.Evaluate();
        Assert.Equal(run.TestAccuracy!.Value, evaluation["accuracy"], 1e-12);
        Assert.Equal(10, evaluation.Classes.Length);
    }

    [Fact]
    public async Task A_run_of_an_earlier_session_is_built_again_and_predicts_the_same()
    {
        LabFixture.Define("mlp", 16);
        var run = await Lab.Train("mlp", "digits", Short);
        float[] example = run.Model.ValuesOf([3])[0];
        var before = run.Model.Predict(example);

        _lab.Reopen();
        LabFixture.Define("mlp", 16);
        using var model = Lab.Load("mlp");
        Assert.Equal(before.Outputs, model.Predict(example).Outputs);
        Assert.Equal(run.TestAccuracy!.Value, Lab.Evaluate(run.Id)["accuracy"], 1e-12);
        Assert.Equal(16, Lab.Examples(run.Id).Count);
    }

    [Fact]
    public async Task A_changed_definition_is_refused_with_what_to_do()
    {
        LabFixture.Define("mlp", 16);
        var run = await Lab.Train("mlp", "digits", Short);
        _lab.Reopen();
        LabFixture.Define("mlp", 17);
        Assert.Equal($"Run {run.Id} was trained from another definition of 'mlp'. #!runs show {run.Id} prints it: define that under the same name, then try again.",
            Assert.Throws<LabException>(() => Lab.Evaluate(run.Id)).Message);
    }

    [Fact]
    public void A_model_that_was_never_trained_says_how_to_train_it()
    {
        LabFixture.Define("mlp", 16);
        Assert.Equal("Model 'mlp' has not been trained yet. Train it with #!train mlp, then try again.", Assert.Throws<LabException>(() => Lab.Load("mlp")).Message);
    }

    [Fact]
    public async Task Regression_is_measured_and_predicted_in_the_unit_of_the_target()
    {
        float[] x = [.. Enumerable.Range(0, 200).Select(i => i / 20f)];
        using var data = DataSet.FromArrays("rents", x, [1], x.Select(value => 100 * value + 500).ToArray(), ["rent"], new DataOptions { NormalizeTargets = true });
        var model = Model.Define("line", hp => nn.Linear(1, 1), source: "line");
        var run = await Lab.Train(model, data, new TrainOptions { Epochs = 60, Lr = .05, Batch = 16 });
        _lab.Workspace.Data.Set("rents", data);
        Assert.Equal(run.Record.Metrics["test_rmse"], run.Evaluate()["rmse"], 1e-3);
        Assert.InRange(run.Model.Predict(4)["rent"], 880, 920);
    }
}
