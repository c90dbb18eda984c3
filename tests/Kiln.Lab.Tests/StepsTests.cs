using Kiln.Runs;
using Kiln.Training;

namespace Kiln.Tests;

/// <summary>What a training leaves in the store besides its epochs.</summary>
[Collection("lab")]
public sealed class StepsTests : IDisposable
{
    private readonly LabFixture _lab = new();

    public StepsTests() => LabFixture.Define("mlp", 8);

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Every_batch_is_recorded_with_its_loss_rate_and_gradient()
    {
        var run = await Lab.Train("mlp", "digits", new TrainOptions { Epochs = 3, Schedule = "cosine", Clip = 1 });
        var steps = Lab.Runs.Steps(run.Id);
        Assert.Equal(["loss", "lr", "grad_norm"], steps.Names);
        Assert.Equal(Enumerable.Range(0, steps.Points.Length).Select(step => (double)step), steps.Points.Select(point => point.Step));
        Assert.Equal(3, steps.Points[^1].Epoch);
        Assert.Equal(run.Epochs[^1].Metrics["lr"], steps.Of("lr")[^1]);
        Assert.Equal(run.Epochs[^1].Metrics["grad_norm"], steps.Of("grad_norm")[^1], 1e-4);
        var last = steps.Points.Where(point => point.Epoch == 3).Select(point => point.Values[0]).ToList();
        Assert.Equal(run.Epochs[^1].Metrics["train_loss"], last.Average(), 0.05);
        Assert.Equal(steps.Points.Length / 3, steps.StepsPerEpoch(3));
    }

    [Fact]
    public async Task A_gradient_that_nothing_measures_is_not_recorded()
    {
        var run = await Lab.Train("mlp", "digits", new TrainOptions { Epochs = 1 });
        Assert.Equal(["loss", "lr"], Lab.Runs.Steps(run.Id).Names);
    }

    [Fact]
    public async Task A_resumed_run_has_each_of_its_steps_once()
    {
        var first = await Lab.Train("mlp", "digits", new TrainOptions { Epochs = 2, MaxTime = TimeSpan.FromTicks(1) });
        Assert.Equal(RunStatus.Stopped, first.Record.Status);
        await Lab.Train("mlp", "digits", new TrainOptions { Epochs = 2 }, new RunSettings { Resume = true });
        foreach (var run in Lab.Runs.List())
        {
            var numbers = Lab.Runs.Steps(run.Id).Points.Select(point => point.Step).ToList();
            Assert.Equal(numbers.Distinct().Order(), numbers);
        }
    }

    [Fact]
    public async Task Weights_and_exported_files_are_recorded_by_their_hash()
    {
        var run = await Lab.Train("mlp", "digits", new TrainOptions { Epochs = 1 });
        var best = Assert.Single(Lab.Runs.Artefacts(run.Id));
        Assert.Equal("best.safetensors", best.Path);
        var path = Path.Combine(_lab.Folder, "net.onnx");
        var exported = run.Export(path);
        var file = Lab.Runs.Artefacts(run.Id).Single(one => one.Path == path);
        Assert.Equal((exported.Bytes, exported.Sha256), (file.Bytes, file.Sha256));
        File.AppendAllText(path, "x");
        Assert.Equal([ArtefactState.Changed, ArtefactState.Unchanged], Lab.Runs.Artefacts(run.Id).Select(one => Lab.Runs.Check(run.Id, one)));
    }
}
