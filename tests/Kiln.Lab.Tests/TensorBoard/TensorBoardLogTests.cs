using Kiln.Training;

namespace Kiln.Tests;

[Collection("lab")]
public sealed class TensorBoardLogTests : IDisposable
{
    private readonly LabFixture _lab = new();

    private string Folder => Path.Combine(_lab.Folder, "board");

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_run_is_written_with_its_metrics_by_epoch_and_its_loss_by_batch()
    {
        LabFixture.Define("mlp", 16);
        var run = await Lab.Train("mlp", "digits", new TrainOptions { Epochs = 3, Batch = 16 }, new RunSettings { Name = "first", TensorBoard = Folder });

        var folder = Assert.Single(Directory.GetDirectories(Folder));
        Assert.Equal($"first-{run.Id}", Path.GetFileName(folder));
        var points = EventFile.Read(Assert.Single(Directory.GetFiles(folder)));
        Assert.Equal(run.Epochs.Select(epoch => (long)epoch.Epoch), points.Where(point => point.Tag == "epoch/val_loss").Select(point => point.Step));
        Assert.Equal(run.Epochs.Select(epoch => (float)epoch.Metrics["val_loss"]), points.Where(point => point.Tag == "epoch/val_loss").Select(point => point.Value));
        Assert.Equal((float)run.TestAccuracy!, points.Single(point => point.Tag == "final/test_accuracy").Value);
        Assert.True(points.Count(point => point.Tag == "batch/loss") is >= 1 and <= 6);
        Assert.Contains($"| model | mlp |", points.Single(point => point.Tag == "run/text_summary").Text);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_of_and_the_run_goes_on()
    {
        LabFixture.Define("mlp", 16);
        Directory.CreateDirectory(_lab.Folder);
        File.WriteAllText(Folder, "a file");
        var run = await Lab.Train("mlp", "digits", new TrainOptions { Epochs = 1 }, new RunSettings { TensorBoard = Folder });
        Assert.Equal(Runs.RunStatus.Finished, run.Record.Status);
        Assert.Contains(run.Notes, note => note.StartsWith("TensorBoardLog failed and was left out; training went on. ", StringComparison.Ordinal));
    }
}
