using Kiln.Runs;
using Kiln.Training;
using static TorchSharp.torch;

namespace Kiln.Tests;

[Collection("lab")]
public sealed class TrainTests : IDisposable
{
    private static readonly TrainOptions Short = new() { Epochs = 3, Lr = 5e-3 };
    private readonly LabFixture _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_run_is_trained_and_recorded_with_its_identity()
    {
        LabFixture.Define("mlp", 32);
        var run = await Lab.Train("mlp", "digits", Short);

        Assert.Equal(RunStatus.Finished, run.Record.Status);
        Assert.True(run.TestAccuracy > 0.8, $"test accuracy {run.TestAccuracy}");
        Assert.Equal(3, run.Epochs.Count);
        Assert.NotNull(run.Module);
        var stored = _lab.Reopen().Store.Get(run.Id);
        Assert.Equal("mlp of width 32", stored.ModelSource);
        Assert.Equal(run.Metrics["test_accuracy"], stored.Metrics["test_accuracy"]);
        Assert.Equal(3, LabWorkspace.Current.Store.Epochs(run.Id).Count);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_losses_twice()
    {
        LabFixture.Define("mlp", 16);
        var first = await Lab.Train("mlp", "digits", Short);
        var second = await Lab.Train("mlp", "digits", Short);
        Assert.Equal(first.Epochs.Select(epoch => epoch.Metrics["train_loss"]), second.Epochs.Select(epoch => epoch.Metrics["train_loss"]));
    }

    [Fact]
    public async Task An_interrupted_run_keeps_its_history_and_is_resumed()
    {
        LabFixture.Define("mlp", 16);
        using var stop = new CancellationTokenSource();
        _lab.Workspace.Display = new StoppingDisplay(stop, progress => progress.Epochs.Count >= 2);
        var stopped = await Lab.Train("mlp", "digits", Short with { Epochs = 2000 }, cancellationToken: stop.Token);
        Assert.Equal(RunStatus.Stopped, stopped.Record.Status);

        LabFixture lab = _lab;
        lab.Reopen();
        LabFixture.Define("mlp", 16);
        var planned = stopped.Epochs.Count + 2;
        var resumed = await Lab.Train("mlp", "digits", Short with { Epochs = planned }, new RunSettings { Resume = true });

        Assert.Equal(stopped.Id, resumed.Id);
        Assert.Equal(Enumerable.Range(1, planned), resumed.Epochs.Select(epoch => epoch.Epoch));
        Assert.Contains(resumed.Notes, note => note.Contains("Resumed run"));
    }

    [Fact]
    public async Task A_resume_of_a_changed_definition_starts_anew_and_says_why()
    {
        LabFixture.Define("mlp", 16);
        using var stop = new CancellationTokenSource();
        _lab.Workspace.Display = new StoppingDisplay(stop, progress => progress.Epochs.Count >= 1);
        var stopped = await Lab.Train("mlp", "digits", Short with { Epochs = 2000 }, cancellationToken: stop.Token);

        _lab.Reopen();
        LabFixture.Define("mlp", 24);
        var run = await Lab.Train("mlp", "digits", Short, new RunSettings { Resume = true });
        Assert.NotEqual(stopped.Id, run.Id);
        Assert.Contains(run.Notes, note => note.Contains("definition has changed"));
    }

    [Fact]
    public async Task A_model_that_throws_ends_as_a_failed_run_with_its_record_kept()
    {
        Model.Define("broken", hp => new Throwing());
        var problem = await Assert.ThrowsAnyAsync<Exception>(() => Lab.Train("broken", "digits", Short));
        Assert.Contains("kaboom", problem.Message);
        Assert.Equal(RunStatus.Failed, Assert.Single(_lab.Runs).Status);
    }

    [Fact]
    public async Task An_unknown_model_is_answered_with_the_nearest_name()
    {
        LabFixture.Define("lenet", 16);
        var problem = await Assert.ThrowsAsync<LabException>(() => Lab.Train("lenett", "digits"));
        Assert.Contains("Did you mean 'lenet'?", problem.Message);
    }

    [Fact]
    public async Task An_option_out_of_range_is_refused_and_leaves_no_run()
    {
        LabFixture.Define("mlp", 16);
        var problem = await Assert.ThrowsAsync<LabException>(() => Lab.Train("mlp", "digits", Short with { Epochs = 0 }));
        Assert.Contains("at least 1", problem.Message);
        Assert.Empty(_lab.Runs);
    }

    private sealed class Throwing : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> _fc = nn.Linear(64, 10);
        private int _calls;

        public Throwing()
            : base("throwing") => RegisterComponents();

        public override Tensor forward(Tensor input) =>
            training && ++_calls > 2 ? throw new InvalidOperationException("kaboom") : _fc.call(input.flatten(1));
    }

    private sealed class StoppingDisplay(CancellationTokenSource stop, Func<RunProgress, bool> when) : ILabDisplay, IRunView
    {
        public CancellationToken Interrupted => CancellationToken.None;

        public IRunView ShowRun() => this;

        public IStudyView ShowStudy() => SilentDisplay.Instance;

        public IComparisonView ShowComparison() => SilentDisplay.Instance;

        public void Note(string text)
        {
        }

        public void Show(RunProgress progress)
        {
            if (when(progress)) stop.Cancel();
        }

        public void Finish(RunProgress progress)
        {
        }
    }
}
