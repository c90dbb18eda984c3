using static TorchSharp.torch;

namespace Kiln.Training.Tests.Models;

public class ZooTests
{
    [Fact]
    public void Each_ready_model_has_a_name_of_its_own_and_a_summary()
    {
        Assert.Equal(Training.Zoo.Names.Count, Training.Zoo.Names.Distinct().Count());
        Assert.All(Training.Zoo.All, model => Assert.NotEmpty(model.Summary));
        Assert.All(Training.Zoo.All, model => Assert.Equal("mine", model.Define("mine").Name));
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_nearest() =>
        Assert.StartsWith("There is no ready model 'lenett'. Did you mean 'lenet'?", Assert.Throws<ModelException>(() => Training.Zoo.Define("lenett")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_source_of_a_ready_model_is_the_body_of_a_cell()
    {
        Assert.Equal("Flatten(), Linear(outputs),", Training.Zoo.LinearModel().Source);
        Assert.Equal("""
            bool small = inputShape[^1] < 20;
            int window = small ? 3 : 5;
            return
            [
                Conv2d(6, window, padding: "same"), ReLU(), MaxPool2d(2),
                Conv2d(16, window, padding: small ? "same" : "valid"), ReLU(), MaxPool2d(2),
                Flatten(), Linear(hp.Int("hidden", 32, 256, @default: 120)), ReLU(), Linear(84), ReLU(), Linear(outputs),
            ];
            """, Training.Zoo.LeNet().Source, ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("lenet", 1, 8, 8)]
    [InlineData("lenet", 3, 32, 32)]
    [InlineData("resnet", 3, 32, 32)]
    [InlineData("resnet", 1, 8, 8)]
    [InlineData("lstm", 1, 28, 28)]
    [InlineData("lstm", 1, 1, 13)]
    [InlineData("transformer", 1, 28, 28)]
    public void It_fits_pictures_of_other_sizes(string name, long channels, long height, long width)
    {
        BuiltModel built = ModelBuilder.Build(Training.Zoo.Define(name), [channels, height, width], 7);
        built.Module.Dispose();
        Assert.Equal([7], built.Summary.OutputShape);
        Assert.Empty(built.Summary.Hints);
    }

    [Fact]
    public void A_ready_model_that_does_not_fit_names_no_lines_of_code_that_nobody_sees() =>
        Assert.Equal("Model 'lenet': Conv2d (layer 1): expected a picture (channels, height, width), got (4). Put it before Flatten() and Linear, or Unflatten the vector first.",
            Assert.Throws<ModelShapeException>(() => ModelBuilder.Build(Training.Zoo.LeNet(), [4], 3)).Message);

    [Fact]
    public void A_causal_model_does_not_see_the_future()
    {
        using nn.Module<Tensor, Tensor> model = ModelBuilder.Build(Training.Zoo.CharTransformer(), new TaskShape(LearningTasks.LanguageModel, [8], 20, 20)).Module;
        using var scope = NewDisposeScope();
        model.eval();
        Tensor tokens = arange(8, dtype: ScalarType.Int64).reshape(1, 8), changed = tokens.clone();
        changed[0, 5] = 17;
        Tensor same = (model.call(tokens) - model.call(changed)).abs().amax(2)[0].lt(1e-6);
        Assert.Equal([true, true, true, true, true, false, false, false], same.data<bool>().ToArray());
    }
}
