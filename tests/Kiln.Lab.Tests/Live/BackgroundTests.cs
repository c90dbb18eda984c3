using Kiln.Runs;
using Kiln.Training;
using static TorchSharp.torch;

namespace Kiln.Tests;

[Collection("lab")]
public sealed class BackgroundTests : IDisposable
{
    private static readonly TrainOptions Endless = new() { Epochs = 1_000_000 };
    private readonly LabFixture _lab = new();
    private readonly WatchingDisplay _display = new();

    public BackgroundTests()
    {
        LabFixture.Define("mlp", 8);
        _lab.Workspace.Display = _display;
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_run_in_the_background_is_shown_at_once_and_recorded_at_its_end()
    {
        var live = Lab.TrainInBackground("mlp", "digits", new TrainOptions { Epochs = 2 });
        Assert.Equal(1, _display.Views);
        Assert.True(_display.Shown[live.Id].IsInBackground);
        var run = await live.Completion;
        Assert.Equal((RunStatus.Finished, 2), (run.Record.Status, _lab.Runs.Single().BestEpoch));
        Assert.NotNull(run.Module);
        Assert.Empty(Lab.Running);
        Assert.Contains(live.Id, _display.Finished);
    }

    [Fact]
    public async Task A_second_run_waits_for_its_turn_and_says_for_which()
    {
        var first = Lab.TrainInBackground("mlp", "digits", Endless);
        await _display.Until(first.Id, progress => progress.Epochs.Count > 0);
        var second = Lab.TrainInBackground("mlp", "digits", new TrainOptions { Epochs = 1, Seed = 1 });
        await _display.Until(second.Id, progress => progress.WaitsFor is not null);
        Assert.Equal(first.Id, _display.Shown[second.Id].WaitsFor!.Id);
        Assert.Equal([first.Id, second.Id], Lab.Running.Select(run => run.Id));

        Lab.Stop(first.Id);
        Assert.Equal(RunStatus.Finished, (await second.Completion).Record.Status);
        var stopped = (await first.Completion).Record;
        Assert.Equal((RunStatus.Stopped, "On request, by #!runs stop."), (stopped.Status, stopped.StatusReason));
        Assert.Null(_display.Shown[second.Id].WaitsFor);
    }

    [Fact]
    public async Task A_run_that_waits_can_be_stopped_before_its_first_batch()
    {
        var first = Lab.TrainInBackground("mlp", "digits", Endless);
        await _display.Until(first.Id, progress => progress.Epochs.Count > 0);
        var second = Lab.TrainInBackground("mlp", "digits", Endless);
        second.Stop();
        Assert.Equal(RunStatus.Stopped, (await second.Completion).Record.Status);
        first.Stop();
        await first.Completion;
    }

    [Fact]
    public async Task A_stopped_run_is_resumed()
    {
        var live = Lab.TrainInBackground("mlp", "digits", Endless);
        await _display.Until(live.Id, progress => progress.Epochs.Count > 1);
        live.Stop();
        var epochs = (await live.Completion).Epochs.Count;
        var resumed = await Lab.Train("mlp", "digits", Endless with { Epochs = epochs + 1 }, new RunSettings { Resume = true });
        Assert.Equal((live.Id, epochs + 1), (resumed.Id, resumed.Epochs.Count));
    }

    [Fact]
    public async Task A_failure_is_shown_in_the_run_s_own_display()
    {
        Model.Define("broken", hp => new Broken());
        var live = Lab.TrainInBackground("broken", "digits", new TrainOptions { Epochs = 1 });
        var run = await live.Completion;
        Assert.Equal(RunStatus.Failed, run.Record.Status);
        Assert.Contains("kaboom", run.Record.StatusReason);
        Assert.Contains(live.Id, _display.Finished);
    }

    [Fact]
    public async Task A_mistake_is_told_before_anything_starts()
    {
        Assert.Throws<LabException>(() => Lab.TrainInBackground("mlb", "digits"));
        Assert.Throws<LabException>(() => Lab.TrainInBackground("mlp", "digits", new TrainOptions { Epochs = 0 }));
        Assert.Empty(_lab.Runs);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_run_is_followed_from_a_second_place_and_left_without_stopping_it()
    {
        var live = Lab.TrainInBackground("mlp", "digits", Endless);
        using var enough = new CancellationTokenSource();
        var following = Lab.Attach(live.Id, enough.Token);
        Assert.Equal(2, _display.Views);
        await _display.Until(live.Id, progress => progress.Epochs.Count > 1);
        await enough.CancelAsync();
        Assert.Equal(RunStatus.Running, (await following).Record.Status);
        Assert.Equal([live.Id], Lab.Running.Select(run => run.Id));

        var again = Lab.Attach(live.Id[..6], TestContext.Current.CancellationToken);
        Lab.Stop(live.Id);
        Assert.Equal(RunStatus.Stopped, (await again).Record.Status);
    }

    [Fact]
    public async Task Another_process_follows_and_stops_a_run_through_the_store()
    {
        var live = Lab.TrainInBackground("mlp", "digits", Endless);
        await _display.Until(live.Id, progress => progress.Epochs.Count > 0);
        var elsewhere = new WatchingDisplay();
        var here = LabWorkspace.Current;
        using var other = LabWorkspace.Current = new LabWorkspace(_lab.Folder) { Display = elsewhere };

        var following = Lab.Attach(live.Id, TestContext.Current.CancellationToken);
        await elsewhere.Until(live.Id, progress => progress.Epochs.Count > 0);
        Lab.Stop(live.Id);
        var seen = await following;
        Assert.Equal((RunStatus.Stopped, "On request, by #!runs stop."), (seen.Record.Status, seen.Record.StatusReason));
        Assert.Contains(live.Id, elsewhere.Finished);
        var error = Assert.Throws<LabException>(() => Lab.Stop(live.Id));
        Assert.Equal($"Run {live.Id} is not running: it is stopped. #!runs list --status running shows those that are.", error.Message);
        LabWorkspace.Current = here;
    }

    private sealed class Broken : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> _fc = nn.Linear(64, 10);

        public Broken()
            : base("broken") => RegisterComponents();

        public override Tensor forward(Tensor input) =>
            training ? throw new InvalidOperationException("kaboom") : _fc.call(input.flatten(1));
    }
}
