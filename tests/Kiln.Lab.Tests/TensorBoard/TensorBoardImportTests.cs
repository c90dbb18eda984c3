using Kiln.Training;
using static TorchSharp.torch;

namespace Kiln.Tests;

/// <summary>What was written for TensorBoard comes back as runs.</summary>
[Collection("lab")]
public sealed class TensorBoardImportTests : IDisposable
{
    private readonly LabFixture _lab = new();

    public TensorBoardImportTests() => LabFixture.Define("mlp", 16);

    private string Folder => Path.Combine(_lab.Folder, "board");

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_exported_or_logged_run_is_known_again_and_comes_into_another_store_as_it_was(bool isLogged)
    {
        var run = await Lab.Train("mlp", "digits", new TrainOptions { Epochs = 3 }, new RunSettings { TensorBoard = isLogged ? Folder : null });
        if (!isLogged) Lab.ExportTensorBoard(Folder);
        Assert.Empty(Lab.Runs.Import(Folder));
        using var other = Runs.RunStore.Open(Path.Combine(_lab.Folder, "other"));
        var copy = Assert.Single(other.Import(Folder));
        Assert.Equal((run.Id, run.Record.Name, run.Record.OptionsJson, run.Record.BestEpoch), (copy.Id, copy.Name, copy.OptionsJson, copy.BestEpoch));
        Assert.Equal(run.Record.Metrics, copy.Metrics);
        var epochs = other.Epochs(run.Id);
        Assert.Equal(run.Epochs.Select(epoch => (float)epoch.Metrics["val_loss"]), epochs.Select(epoch => (float)epoch.Metrics["val_loss"]));
        Assert.NotEmpty(other.Steps(run.Id).Of("loss"));
    }

    [Fact]
    public void Curves_and_hyperparameters_of_a_program_of_ones_own_become_a_run()
    {
        var writer = utils.tensorboard.SummaryWriter(Path.Combine(Folder, "mine"));
        for (var step = 0; step < 3; step++) writer.add_scalar("Loss/train", 1f / (step + 1), step);
        writer.add_hparams(new Dictionary<string, object> { ["lr"] = 0.01, ["opt"] = "adam" }, new Dictionary<string, float> { ["hparam/accuracy"] = 0.5f });
        var run = Assert.Single(Lab.Runs.Import(Folder));
        Assert.Equal(("mine", "0.01", "adam"), (run.Name, run.Parameters["lr"], run.Parameters["opt"]));
        Assert.Equal(0.5, Lab.Runs.Get("mine").Metrics["hparam/accuracy"]);
        Assert.Equal([1, 2, 3], Lab.Runs.Epochs(run.Id).Select(epoch => epoch.Epoch));
    }
}
