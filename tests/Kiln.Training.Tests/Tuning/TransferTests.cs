using Kiln.Weights;
using static Kiln.Training.Layers;
using static Kiln.Training.Tests.Fit.TestRuns;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Tuning;

public sealed class TransferTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_changed_head_keeps_its_own_weights_and_the_report_says_so()
    {
        using DataSet data = Clouds();
        Save(Net(7));
        (TrainingResult result, List<TrainingEvent> events) = await Run(Job(data, Net(), new TrainOptions { Epochs = 1, Freeze = "body", From = Path }));
        Assert.Equal($"Took 2 of 4 tensors from {Path}. As initialised: 2.weight ((7, 8) there, (3, 8) here); 2.bias ((7) there, (3) here).",
            Assert.Single(events.OfType<TrainingWarning>()).Text);
        using var scope = NewDisposeScope();
        Assert.Equal(Safetensors.Load(Path)["0.weight"].bytes.ToArray(), Bits(result.Module!)["0.weight"]);
    }

    [Fact]
    public async Task Stages_of_fine_tuning_follow_each_other()
    {
        using DataSet data = Clouds();
        Save(Net(7));
        TrainOptions options = new() { Epochs = 2, Batch = 32, Lr = 0.02 };
        await Run(Job(data, Net(), options with { Freeze = "body", From = Path }) with { CheckpointFolder = _folder.Path });
        (TrainingResult second, List<TrainingEvent> events) = await Run(Job(data, Net(), options with { LayerLr = 0.3, From = _folder.File("best.safetensors") }));
        Assert.StartsWith("Took 4 of 4 tensors", Assert.Single(events.OfType<TrainingWarning>()).Text, StringComparison.Ordinal);
        Assert.Equal(TrainingOutcome.Finished, second.Outcome);
    }

    [Fact]
    public async Task Weights_of_which_none_fits_are_refused()
    {
        using DataSet data = Clouds();
        Safetensors.Save(Path, new Dictionary<string, Tensor> { ["conv.weight"] = zeros(1) });
        (TrainingResult result, _) = await Run(Job(data, Net(), new TrainOptions { From = Path }));
        Assert.Equal($"From {Path}: not one of its 1 tensors fits the model. The model has 0.weight, 0.bias, 2.weight, 2.bias; it has conv.weight. "
            + "Take weights of a model with the same layers in the same order.", result.Reason);
    }

    [Fact]
    public async Task A_missing_file_is_one_clean_message()
    {
        using DataSet data = Clouds();
        (TrainingResult result, _) = await Run(Job(data, Net(), new TrainOptions { From = _folder.File("none.pt") }));
        Assert.StartsWith("From: ", result.Reason, StringComparison.Ordinal);
        Assert.Contains("none.pt", result.Reason, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Path => _folder.File("weights.safetensors");

    private static ModelDefinition Net(long? outputs = null) => new("net", "net", c => LayerStack.Build([Linear(8), ReLU(), Linear(outputs ?? c.Classes)], c.InputShape));

    private void Save(ModelDefinition model)
    {
        using nn.Module<Tensor, Tensor> module = ModelBuilder.Build(model, [4], 7).Module;
        Safetensors.Save(Path, module.state_dict());
    }
}
