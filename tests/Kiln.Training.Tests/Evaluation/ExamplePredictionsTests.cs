using static TorchSharp.torch;

namespace Kiln.Training.Tests.Evaluation;

public sealed class ExamplePredictionsTests
{
    [Fact]
    public void The_worst_come_first_and_say_what_they_are()
    {
        using DataSet data = FixedModels.Clouds();
        using TrainedModel model = FixedModels.ForClouds(data);
        var worst = ExamplePredictions.Of(model, new ExampleOptions { Split = "train", Count = 10 });
        Assert.Equal(10, worst.Count);
        Assert.Equal(worst.OrderByDescending(example => example.Loss), worst);
        Assert.False(worst[0].IsRight);
        Assert.Equal(-Math.Log(worst[0].Prediction[worst[0].Truth!]), worst[0].Loss, 1e-3);
    }

    [Fact]
    public void Random_ones_depend_on_the_seed_alone()
    {
        using DataSet data = FixedModels.Clouds();
        using TrainedModel model = FixedModels.ForClouds(data);
        long[] Rows(long seed) => [.. ExamplePredictions.Of(model, new ExampleOptions { Show = "random", Seed = seed, Count = 8 }).Select(example => example.Row)];
        Assert.Equal(Rows(0), Rows(0));
        Assert.NotEqual(Rows(0), Rows(1));
        Assert.All(Rows(0), row => Assert.Contains(row, data.Test.Indices));
    }

    [Fact]
    public void Confusions_are_mistakes_the_commonest_pair_first()
    {
        using DataSet data = FixedModels.Clouds();
        using TrainedModel model = FixedModels.ForClouds(data);
        var confused = ExamplePredictions.Of(model, new ExampleOptions { Split = "train", Show = "confusion" });
        Assert.NotEmpty(confused);
        Assert.All(confused, example => Assert.False(example.IsRight));
        var evaluation = model.Evaluate("train");
        var commonest = Enumerable.Range(0, 9).Where(i => i / 3 != i % 3).MaxBy(i => evaluation.Confusion[i]);
        Assert.Equal((data.ClassNames[commonest / 3], data.ClassNames[commonest % 3]), (confused[0].Truth, confused[0].Prediction.Class));
    }

    [Fact]
    public void A_model_without_mistakes_has_no_confusions_to_show()
    {
        using DataSet data = FixedModels.Sides();
        using TrainedModel model = TrainedModelTests.LeftOrRight(data);
        var problem = Assert.Throws<ArgumentException>(() => ExamplePredictions.Of(model, new ExampleOptions { Split = "train", Show = "confusion" }));
        Assert.StartsWith("There are no mistakes to show", problem.Message);
    }

    [Theory]
    [InlineData("gradient")]
    [InlineData("occlusion")]
    public void What_the_model_looks_at_counts(string method)
    {
        using DataSet data = FixedModels.Clouds();
        using var model = new TrainedModel(new Given(input => input.narrow(1, 2, 1) * tensor(new float[] { 3, 0, -3 })), data);
        var example = ExamplePredictions.Of(model, new ExampleOptions { Split = "train", Count = 1, Saliency = method })[0];
        Assert.Equal([0, 0, 1, 0], example.Saliency);
    }

    [Theory]
    [InlineData("gradient")]
    [InlineData("occlusion")]
    public void In_a_picture_the_corner_that_is_looked_at_counts(string method)
    {
        using DataSet data = FixedModels.Sides();
        using var model = new TrainedModel(new Given(input => input.narrow(2, 0, 4).narrow(3, 0, 4).mean([1, 2, 3]).unsqueeze(1) * tensor(new float[] { 4, -4 })), data);
        float[] map = [.. ExamplePredictions.Of(model, new ExampleOptions { Split = "train", Count = 1, Saliency = method })[0].Saliency];
        Assert.Equal(144, map.Length);
        Assert.Equal(1, map.Max());
        Assert.InRange(Array.IndexOf(map, 1f) % 12, 0, 3);
        Assert.All(Enumerable.Range(0, 144).Where(i => i / 12 > 6 || i % 12 > 6), i => Assert.Equal(0, map[i]));
    }

    [Fact]
    public void Wrong_words_are_refused_with_the_right_ones()
    {
        using DataSet data = FixedModels.Clouds();
        using TrainedModel model = FixedModels.ForClouds(data);
        string Refusal(ExampleOptions options) => Assert.Throws<ArgumentException>(() => ExamplePredictions.Of(model, options)).Message;
        Assert.Equal("Show: 'wurst' is not known. Did you mean 'worst'? Known: worst, random, confusion.", Refusal(new ExampleOptions { Show = "wurst" }));
        Assert.StartsWith("Saliency: 'grad' is not known. Did you mean 'gradient'?", Refusal(new ExampleOptions { Saliency = "grad" }));
        Assert.Equal("Examples: expected 1 to 100, got 0.", Refusal(new ExampleOptions { Count = 0 }));
    }

    [Fact]
    public void Tokens_have_no_saliency()
    {
        using DataSet data = FixedModels.Letters("ab");
        using var model = new TrainedModel(new Given(input => zeros(input.shape[0], input.shape[1], 2)), data);
        Assert.StartsWith("Saliency is for pictures and tables", Assert.Throws<ArgumentException>(() => ExamplePredictions.Of(model, new ExampleOptions { Saliency = "gradient" })).Message);
    }
}
