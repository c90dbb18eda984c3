using static Kiln.Training.Layers;
using static Kiln.Training.Tests.Fit.TestRuns;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Tuning;

public class LoraTests
{
    private static readonly ModelDefinition Net = new("net", "net", c => LayerStack.Build([Linear(8), Tanh(), Linear(6), Tanh(), Linear(c.Classes)], c.InputShape));
    private static readonly TrainOptions Options = new() { Epochs = 4, Batch = 32, Lr = 0.05, Lora = 1, Keep = "last" };

    [Fact]
    public async Task Linear_layers_change_by_a_product_of_the_rank_and_only_the_head_changes_in_full()
    {
        using DataSet data = Clouds();
        Dictionary<string, Tensor> start = ModelBuilder.Build(Net, data.InputShape, data.Classes).Module.state_dict();
        (TrainingResult result, _) = await Run(Job(data, Net, Options));
        Dictionary<string, Tensor> end = result.Module!.state_dict();
        Assert.Equal(start.Keys, end.Keys);
        Assert.Equal(1, linalg.matrix_rank(end["0.weight"] - start["0.weight"], 1e-5).item<long>());
        Assert.Equal(1, linalg.matrix_rank(end["2.weight"] - start["2.weight"], 1e-5).item<long>());
        Assert.Equal(start["0.bias"].bytes.ToArray(), end["0.bias"].bytes.ToArray());
        Assert.NotEqual(start["4.bias"].bytes.ToArray(), end["4.bias"].bytes.ToArray());
    }

    [Fact]
    public async Task The_merged_model_is_the_one_that_was_measured()
    {
        using DataSet data = Clouds();
        (TrainingResult result, _) = await Run(Job(data, Net, Options));
        var evaluator = new Evaluator(data, new Objective(new TrainOptions(), data), new StopCheck(new Interrupter(), new RunClock(TimeProvider.System, null)));
        Assert.Equal(result.Metrics["val_loss"], evaluator.Measure(result.Module!, data.Validation)!.Loss);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0.9)]
    public async Task The_weights_of_a_checkpoint_are_those_handed_back(double? ema)
    {
        using var folder = new TemporaryFolder();
        using DataSet data = Clouds();
        TrainOptions options = Options with { Ema = ema };
        (TrainingResult result, _) = await Run(Job(data, Net, options) with { CheckpointFolder = folder.Path });
        IReadOnlyDictionary<string, Tensor> kept = KeptWeights.Read(folder.Path, options);
        Assert.Equal(Bits(result.Module!), kept.ToDictionary(entry => entry.Key, entry => entry.Value.bytes.ToArray()));
    }

    [Fact]
    public async Task It_learns()
    {
        using DataSet data = Clouds();
        (TrainingResult result, _) = await Run(Job(data, Net, Options with { Epochs = 8 }));
        Assert.True(result.Epochs[^1].Metrics["train_loss"] < 0.8 * result.Epochs[0].Metrics["train_loss"]);
    }

    [Fact]
    public async Task A_model_without_a_linear_layer_before_its_last_is_refused()
    {
        using DataSet data = Clouds();
        var flat = new ModelDefinition("flat", "flat", c => LayerStack.Build([Linear(c.Classes)], c.InputShape));
        (TrainingResult result, _) = await Run(Job(data, flat, Options));
        Assert.Equal("Lora: the model has no Linear layer before its last one, 0, which is trained in full. Train without it, or freeze the body.", result.Reason);
    }
}
