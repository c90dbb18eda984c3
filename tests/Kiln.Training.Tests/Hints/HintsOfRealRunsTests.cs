using Kiln.Training.Tests.Data;
using static Kiln.Training.Layers;
using static Kiln.Training.Tests.Fit.TestRuns;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Hints;

/// <summary>What is told of runs that were really trained: nothing of good ones, the right thing of spoilt ones.</summary>
public class HintsOfRealRunsTests
{
    [Theory]
    [InlineData("digits", 20, 1e-3, "adam")]
    [InlineData("digits", 8, 5e-3, "adam")]
    [InlineData("digits", 30, 0.1, "sgd")]
    [InlineData("iris", 60, 1e-2, "adam")]
    [InlineData("iris", 100, 1e-2, "adamw")]
    [InlineData("wine", 60, 1e-2, "adam")]
    [InlineData("moons(n=600, noise=0.15)", 40, 1e-2, "adam")]
    public async Task A_good_run_hears_at_most_that_it_may_go_on(string name, int epochs, double lr, string optimizer)
    {
        using DataSet data = DataSets.Load(name);
        Assert.DoesNotContain(await Hints(data, Net(64), new TrainOptions { Epochs = epochs, Lr = lr, Optimizer = optimizer }), hint => hint.Name != "more-epochs");
    }

    [Theory]
    [InlineData("rate-too-low", 1e-6, "adam", 5)]
    [InlineData("rate-too-low", 1e-5, "sgd", 5)]
    public async Task A_rate_that_is_too_low_is_told(string hint, double lr, string optimizer, int epochs)
    {
        using DataSet data = BuiltIn.Load("digits");
        Assert.Equal(hint, (await Hints(data, Net(32), new TrainOptions { Epochs = epochs, Lr = lr, Optimizer = optimizer }))[0].Name);
    }

    [Fact]
    public async Task A_rate_that_is_far_too_high_is_told_one_way_or_another()
    {
        using DataSet data = BuiltIn.Load("digits");
        string told = (await Hints(data, Net(32), new TrainOptions { Epochs = 6, Lr = 10, Optimizer = "adam" }))[0].Name;
        Assert.Contains(told, (string[])["divergence", "rate-too-high", "dead-relu"]);
    }

    [Fact]
    public async Task A_network_whose_biases_killed_its_units_is_told_so()
    {
        using DataSet data = BuiltIn.Load("digits");
        var dead = new ModelDefinition("dead", "dead", c =>
        {
            nn.Module<Tensor, Tensor> stack = LayerStack.Build([Flatten(), Linear(32), ReLU(), Linear(c.Classes)], c.InputShape);
            using var off = no_grad();
            ((TorchSharp.Modules.Linear)stack.modules().OfType<TorchSharp.Modules.Linear>().First()).bias!.fill_(-100);
            return stack;
        });
        var hint = (await Hints(data, dead, new TrainOptions { Epochs = 3 }))[0];
        Assert.Equal("dead-relu", hint.Name);
        Assert.Contains("32 of 32 units of ReLU (layer 3", hint.Text);
    }

    [Fact]
    public async Task A_rare_class_that_is_never_answered_is_told()
    {
        using DataSet data = Imbalanced();
        Assert.Contains(await Hints(data, Net(8), new TrainOptions { Epochs = 4 }), hint => hint.Name == "class-imbalance" && hint.Text.Contains("never answers rare", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Labels_without_a_pattern_are_overfitted()
    {
        using DataSet data = NoPattern();
        Assert.Equal("overfitting", (await Hints(data, Net(128), new TrainOptions { Epochs = 60, Lr = 1e-2 }))[^1].Name);
    }

    private static async Task<IReadOnlyList<(string Name, string Text)>> Hints(DataSet data, ModelDefinition model, TrainOptions options)
    {
        (TrainingResult result, _) = await Run(Job(data, model, options));
        Assert.Equal(TrainingOutcome.Finished, result.Outcome);
        return TrainingHints.For(new HintContext
        {
            Epochs = [.. result.Epochs.Select(epoch => epoch.Metrics)],
            Options = options,
            BestEpoch = result.BestEpoch,
            IsFinished = true,
            Findings = RunProbe.Look(result.Module!, data),
        });
    }

    private static ModelDefinition Net(int width) =>
        new("net", $"net of {width}", c => LayerStack.Build([Flatten(), Linear(width), ReLU(), Linear(c.Classes)], c.InputShape));

    private static DataSet Imbalanced()
    {
        var numbers = new Random(3);
        const int count = 600;
        float[] inputs = [.. Enumerable.Range(0, count * 2).Select(_ => (float)numbers.NextDouble())];
        return DataSet.FromArrays("imbalanced", inputs, [2], [.. Enumerable.Range(0, count).Select(i => i % 20 == 0 ? 1L : 0L)], ["common", "rare"]);
    }

    private static DataSet NoPattern()
    {
        var numbers = new Random(4);
        const int count = 300;
        float[] inputs = [.. Enumerable.Range(0, count * 10).Select(_ => (float)numbers.NextDouble())];
        return DataSet.FromArrays("no-pattern", inputs, [10], [.. Enumerable.Range(0, count).Select(_ => (long)numbers.Next(3))], ["a", "b", "c"]);
    }
}
