using static TorchSharp.torch;

namespace Kiln.Training.Tests.Evaluation;

public sealed class TrainedModelTests
{
    [Fact]
    public void Raw_values_are_scaled_as_the_data_set_was()
    {
        using DataSet data = FixedModels.Clouds();
        using TrainedModel model = FixedModels.ForClouds(data);
        float[] raw = [.. data.Inputs[7].data<float>().ToArray().Select((value, d) => (float)(value * data.Scaling.Deviation[d] + data.Scaling.Mean[d]))];
        Prediction expected = model.PredictRows([7])[0];
        Prediction got = model.Predict(raw);
        Assert.Equal(expected.Class, got.Class);
        Assert.Equal(expected.Values.Select(value => value.Value), got.Values.Select(value => value.Value), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal(1, got.Values.Sum(value => value.Value), 1e-5);
        Assert.Equal(got.Probability, got[got.Class!]);
    }

    [Fact]
    public void Pixels_are_predicted_as_the_data_set_shows_them()
    {
        using DataSet data = FixedModels.Sides();
        using TrainedModel model = LeftOrRight(data);
        Prediction got = model.Predict(data.PixelsOf(3));
        Assert.Equal("right", got.Class);
        Assert.Equal(model.PredictRows([3])[0].Outputs, got.Outputs, (a, b) => Math.Abs(a - b) < 1e-3);
    }

    [Fact]
    public void Numbers_come_in_their_own_unit()
    {
        using DataSet data = DataSet.FromArrays("line", [1, 2, 3, 4], [1], new float[] { 10, 20, 30, 40 }, ["price"], new DataOptions { Split = "100/0/0", NormalizeTargets = true });
        using var model = new TrainedModel(new Given(input => input), data);
        Assert.Equal(35, model.Predict(3.5f)["price"], 1e-3);
        Assert.Equal("price 35", model.Predict(3.5f).ToString());
    }

    [Fact]
    public void Labels_are_those_that_are_likelier_than_not()
    {
        using DataSet data = DataSet.Of(new RawExamples { Name = "tags", Shape = [3], Features = [.. Enumerable.Range(0, 30).Select(i => i * 1f)], Targets = new LabelTargets([.. Enumerable.Range(0, 30).Select(i => (byte)(i % 2))], ["a", "b", "c"]) }, new DataOptions { Normalize = false });
        using var model = new TrainedModel(new Given(input => input), data);
        Prediction got = model.Predict(2, -1, .5f);
        Assert.Equal(["a", "c"], got.Labels);
        Assert.Equal("a, c", got.ToString());
    }

    [Fact]
    public void Too_few_values_are_refused_with_how_many_are_needed()
    {
        using DataSet data = FixedModels.Clouds();
        using TrainedModel model = FixedModels.ForClouds(data);
        Assert.Equal("Predict: expected 4 values for an example of 'clouds' (4), got 2. Give them unscaled.", Assert.Throws<ArgumentException>(() => model.Predict(1, 2)).Message);
        Assert.Contains("are not pictures", Assert.Throws<ArgumentException>(() => model.Predict(new byte[4])).Message);
    }

    [Fact]
    public void A_language_model_goes_on_with_a_text()
    {
        using DataSet data = FixedModels.Letters("abc");
        using var model = new TrainedModel(new Given(input => nn.functional.one_hot((input + 1).remainder(3), 3).to(ScalarType.Float32) * 20), data);
        Assert.Equal("cabcabcab", model.Continue("ca", new ContinueOptions { Length = 7, Temperature = 0 }));
        Assert.Equal("b", model.PredictRows([0])[0].Class);
        Assert.Equal("Continue: 'x' is not in the vocabulary of 'letters'. Begin with what occurs in its text.", Assert.Throws<ArgumentException>(() => model.Continue("ax")).Message);
    }

    [Fact]
    public void The_same_seed_writes_the_same_text()
    {
        using DataSet data = FixedModels.Letters("abcdefgh");
        using var model = new TrainedModel(new Given(input => zeros(input.shape[0], input.shape[1], 8)), data);
        string text = model.Continue("a", new ContinueOptions { Length = 50 });
        Assert.Equal(text, model.Continue("a", new ContinueOptions { Length = 50 }));
        Assert.NotEqual(text, model.Continue("a", new ContinueOptions { Length = 50, Seed = 1 }));
        Assert.True(text.Distinct().Count() > 5);
    }

    [Fact]
    public void Words_are_set_apart_and_what_is_not_known_is_never_written()
    {
        string[] vocabulary = ["<unk>", ",", "be", "not", "to"];
        using DataSet data = DataSet.Of(new RawExamples
        {
            Name = "play",
            Shape = [4],
            Tokens = [.. Enumerable.Range(0, 40).Select(i => (long)(i % 5))],
            Targets = new NextTokenTargets([.. Enumerable.Range(0, 40).Select(i => (long)((i + 1) % 5))], 4, vocabulary),
        }, null);
        using var model = new TrainedModel(new Given(input => nn.functional.one_hot((input + 1).remainder(5), 5).to(ScalarType.Float32) * 20), data);
        string text = model.Continue("To be", new ContinueOptions { Length = 3, Temperature = 0 });
        Assert.StartsWith("to be not to", text);
        Assert.DoesNotContain("<unk>", text);
        Assert.Equal("<unk>, be not", model.TextOf(0));
    }

    internal static TrainedModel LeftOrRight(DataSet data) => new(new Given(input =>
    {
        Tensor left = input.narrow(3, 0, 6).mean([1, 2, 3]), right = input.narrow(3, 6, 6).mean([1, 2, 3]);
        return stack([left, right], 1);
    }), data);
}
