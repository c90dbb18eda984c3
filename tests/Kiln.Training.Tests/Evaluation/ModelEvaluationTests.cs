using System.Text.Json;
using Kiln.Training.Tests.Fit;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Evaluation;

public sealed class ModelEvaluationTests
{
    private static readonly JsonElement Golden = Repository.Golden("Evaluation/golden/evaluation.json");

    [Fact]
    public void Intervals_are_Wilsons()
    {
        foreach (JsonElement expected in Golden.GetProperty("wilson").EnumerateArray())
        {
            var rate = new Rate(expected.GetProperty("hits").GetInt64(), expected.GetProperty("of").GetInt64());
            Assert.Equal(expected.GetProperty("low").GetDouble(), rate.Low, 1e-12);
            Assert.Equal(expected.GetProperty("high").GetDouble(), rate.High, 1e-12);
        }
    }

    [Fact]
    public void A_share_of_nothing_could_be_anything() => Assert.Equal((0, 0, 1), (new Rate(0, 0).Value, new Rate(0, 0).Low, new Rate(0, 0).High));

    [Fact]
    public void Quantiles_of_residuals_are_numpys()
    {
        double[] expected = [.. Golden.GetProperty("quantiles").EnumerateArray().Select(value => value.GetDouble())];
        ResidualSummary summary = ResidualSummary.Of("y", [.. Golden.GetProperty("residuals").EnumerateArray().Select(value => value.GetDouble())]);
        var (p5, p25, p50, p75, p95) = summary.Quantiles;
        Assert.Equal(expected, new[] { p5, p25, p50, p75, p95 }, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Scores_per_class_and_confusions_are_scikit_learns()
    {
        JsonElement scores = Golden.GetProperty("scores");
        long[] truth = Longs(scores, "truth");
        long[] said = Longs(scores, "said");
        using DataSet data = DataSet.FromArrays("golden", [.. said.Select(value => (float)value)], [1], truth, ["a", "b", "c", "d"],
            new DataOptions { Split = "100/0/0", Normalize = false });
        using var model = new TrainedModel(new Given(input => nn.functional.one_hot(input.flatten().to(ScalarType.Int64), 4).to(ScalarType.Float32)), data);
        ModelEvaluation evaluation = model.Evaluate("train");
        Assert.Equal(Longs(scores, "confusion"), evaluation.Confusion);
        Assert.Equal(Longs(scores, "support"), evaluation.Classes.Select(score => score.Support));
        foreach ((string name, Func<ClassScore, double> figure) in new (string, Func<ClassScore, double>)[] { ("precision", s => s.Precision.Value), ("recall", s => s.Recall.Value), ("f1", s => s.F1) })
            Assert.Equal(scores.GetProperty(name).EnumerateArray().Select(value => value.GetDouble()), evaluation.Classes.Select(figure), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(evaluation["accuracy"], evaluation.Accuracy!.Value, 1e-12);
    }

    [Fact]
    public async Task The_figures_of_the_test_split_are_those_the_run_ended_with()
    {
        using DataSet data = TestRuns.Clouds();
        TrainingResult result = (await TestRuns.Run(TestRuns.Job(data))).Result;
        ModelEvaluation evaluation = SplitEvaluation.Of(result.Module!, data);
        Assert.Equal(result.Metrics["test_accuracy"], evaluation["accuracy"], 1e-12);
        Assert.Equal(result.Metrics["test_loss"], evaluation.Loss, 1e-5);
        Assert.Equal(data.Test.Count, evaluation.Confusion.Sum());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Residuals_are_in_the_unit_of_the_targets(bool normalised)
    {
        using DataSet data = DataSet.FromArrays("line", [1, 2, 3, 4, 5, 6, 7, 8], [1], new float[] { 10, 20, 30, 40, 50, 60, 70, 80 }, ["price"],
            new DataOptions { Split = "100/0/0", NormalizeTargets = normalised });
        using TrainedModel model = FixedModels.ForLine(data, 3);
        ModelEvaluation evaluation = model.Evaluate("train");
        ResidualSummary residuals = Assert.Single(evaluation.Residuals);
        Assert.Equal("price", residuals.Name);
        Assert.Equal(3, residuals.Mean, 1e-4);
        Assert.Equal(3, residuals.Largest, 1e-4);
        Assert.Equal(3, evaluation["rmse"], 1e-4);
        Assert.Equal([10, 20, 30, 40, 50, 60, 70, 80], evaluation.Truths, (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void What_reproduces_its_input_has_a_loss_and_nothing_else()
    {
        using DataSet data = TestRuns.Clouds();
        ModelEvaluation evaluation = SplitEvaluation.Of(new Given(input => input + 1), data, options: new TrainOptions { Task = "autoencoding" });
        Assert.Equal(1, evaluation.Loss, 1e-5);
        Assert.Empty(evaluation.Metrics);
    }

    [Fact]
    public void A_split_without_examples_is_refused_with_what_to_do()
    {
        using DataSet data = TestRuns.Clouds(options: new DataOptions { Split = "90/10/0" });
        var problem = Assert.Throws<ArgumentException>(() => FixedModels.ForClouds(data).Evaluate());
        Assert.Equal("The test split of 'clouds' is empty. Load the data with a split that leaves it some, such as 80/10/10, or take the train split.", problem.Message);
        Assert.StartsWith("There is no split 'tset'. Did you mean 'test'?", Assert.Throws<ArgumentException>(() => FixedModels.ForClouds(data).Evaluate("tset")).Message);
    }

    [Fact]
    public void Looking_at_a_model_leaves_it_as_it_was()
    {
        using DataSet data = TestRuns.Clouds();
        using nn.Module<Tensor, Tensor> module = ModelBuilder.Build(TestRuns.Mlp, TaskShape.Of(data)).Module;
        var before = TestRuns.Bits(module);
        using var state = get_rng_state();
        SplitEvaluation.Of(module, data);
        ExamplePredictions.Of(new TrainedModel(module, data), new ExampleOptions { Saliency = "gradient" });
        Assert.True(module.training);
        Assert.Equal(before, TestRuns.Bits(module));
        Assert.All(module.parameters(), parameter => Assert.Null(parameter.grad));
        Assert.Equal(state.bytes.ToArray(), get_rng_state().bytes.ToArray());
    }

    private static long[] Longs(JsonElement from, string name) => [.. from.GetProperty(name).EnumerateArray().Select(value => value.GetInt64())];
}
