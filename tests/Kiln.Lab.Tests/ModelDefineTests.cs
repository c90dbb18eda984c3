using Kiln.Training;
using static Kiln.Training.Layers;
using static TorchSharp.torch;

namespace Kiln.Tests;

/// <summary>The examples in the documentation of <see cref="Model"/>, as they stand there.</summary>
[Collection("lab")]
public sealed class ModelDefineTests : IDisposable
{
    private readonly LabFixture _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_model_of_torch_modules_is_defined_and_trained()
    {
        Model.Define("tiny", hp =>
        {
            int width = hp.Int("width", 8, 64, @default: 16);
            return nn.Sequential(("in", nn.Linear(4, width)), ("act", nn.ReLU()), ("out", nn.Linear(width, 3)));
        });
        var run = await Kiln.Lab.Train("tiny", "iris", new TrainOptions { Epochs = 1 });
        Assert.Equal([16, 4], run.Module!.state_dict()["in.weight"].shape);
        Assert.Equal(4 * 16 + 16 + 16 * 3 + 3, Model.Summary("tiny", "iris").Parameters);
    }

    [Fact]
    public void A_model_that_looks_at_the_data_infers_its_sizes()
    {
        Model.Define("net", (hp, data) => LayerStack.Build(
            [Flatten(), Linear(hp.Int("width", 8, 64, @default: 16)), ReLU(), Linear(data.Outputs)], data));
        Assert.Equal([3], Model.Summary("net", "iris").OutputShape);
        Assert.Equal(["Flatten", "Linear", "Linear"], Model.Diagram("net", "iris").Blocks.Select(block => block.Name));
        Assert.Contains("Linear(data.Outputs)", Model.Define("net", (hp, data) => LayerStack.Build([Linear(data.Outputs)], data)).Source);
    }

    [Theory]
    [InlineData("vae", "train_elbo")]
    [InlineData("gan", "train_critic")]
    public async Task A_ready_model_with_losses_of_its_own_is_trained(string ready, string metric)
    {
        Model.Ready("net", ready);
        var run = await Kiln.Lab.Train("net", "digits", new TrainOptions { Epochs = 1, Batch = 256 });
        Assert.True(run.Epochs[0].Metrics.ContainsKey(metric), string.Join(", ", run.Epochs[0].Metrics.Keys));
    }

    [Fact]
    public async Task A_pair_that_plays_against_each_other_keeps_its_last_epoch()
    {
        Model.Ready("net", "gan");
        var run = await Kiln.Lab.Train("net", "digits", new TrainOptions { Epochs = 4 });
        Assert.Equal(4, run.Record.BestEpoch);
    }
}
