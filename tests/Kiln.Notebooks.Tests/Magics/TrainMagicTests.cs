using Kiln.Runs;

namespace Kiln.Notebooks.Tests.Magics;

public class TrainMagicTests : MagicFixture
{
    [Fact]
    public async Task Training_shows_two_displays_and_records_the_run()
    {
        await Prepare();
        await Run("#!train net --epochs 2 --tag first --hp width=8");
        Assert.Equal(2, Host.Displays.Count);
        var run = Assert.Single(Lab.Runs.List());
        Assert.Equal((RunStatus.Finished, "8", "first"), (run.Status, run.Parameters["width"], run.Tags[0]));
        Assert.Contains("Best epoch", Host.Text);
        Assert.Contains($"#!runs show {run.Id}", Host.Text);
    }

    [Fact]
    public async Task Plain_csharp_shows_itself_in_the_cell_that_runs_it()
    {
        await Prepare();
        using (NotebookSession.Attach(Host)) await Lab.Train("net", options: new() { Epochs = 1 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(2, Host.Displays.Count);
    }

    [Fact]
    public async Task Outside_a_cell_nothing_is_shown()
    {
        await Prepare();
        await Lab.Train("net", options: new() { Epochs = 1 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(Host.Displays);
    }

    [Fact]
    public async Task Several_seeds_take_turns_in_one_view_and_end_with_their_mean()
    {
        await Prepare();
        await Run("#!train net --epochs 1 --seeds 3");
        Assert.Equal(3, Host.Displays.Count);
        Assert.Equal(3, Lab.Runs.List().Count);
        Assert.Contains("net: 3 runs that differ only in their seed", Host.Text);
        Assert.Contains("mean ± sd", Host.Text);
    }

    [Fact]
    public async Task A_dry_run_records_nothing()
    {
        await Prepare();
        await Run("#!train net --epochs 3 --dry-run");
        Assert.Contains("Would train 1 run of 3 epochs", Host.Text);
        Assert.Empty(Lab.Runs.List());
    }

    [Fact]
    public async Task An_interrupt_keeps_the_history_and_says_so()
    {
        await Prepare();
        Host.Interrupt();
        await Run("#!train net --epochs 50");
        Assert.Equal(RunStatus.Stopped, Assert.Single(Lab.Runs.List()).Status);
        Assert.Contains("Stopped after", Host.Text);
    }

    [Theory]
    [InlineData("#!train nett", "Did you mean 'net'?")]
    [InlineData("#!train net --data digit", "Did you mean 'digits'?")]
    [InlineData("#!train net --epochs 0", "Epochs: expected at least 1, got 0.")]
    [InlineData("#!train net --seeds 0", "--seeds: expected at least 1, got 0.")]
    [InlineData("#!train net --hp width", "--hp: expected NAME=VALUE such as hidden=64, got \"width\".")]
    [InlineData("#!train net --hp witdh=3", "width")]
    [InlineData("#!train net --optimizer adamm", "Did you mean adam?")]
    public async Task A_mistake_is_told_in_one_message(string line, string part)
    {
        await Prepare();
        Assert.Contains(part, await Refusal(line));
    }

    [Fact]
    public void The_optimizers_offered_are_those_there_are() =>
        Assert.Equal(Training.Optimizers.Names, CommandTable.Default.Find("#!train")!.Options.Single(option => option.Name == "--optimizer").Values);

    [Fact]
    public async Task A_run_in_the_background_returns_at_once_and_its_display_goes_on_to_the_verdict()
    {
        await Prepare();
        await Run("#!train net --epochs 3 --background");
        Assert.Equal(2, Host.Displays.Count);
        foreach (var live in Lab.Running) await live.Completion;
        Assert.Contains("Best epoch", Host.Text);
    }

    [Fact]
    public async Task A_second_run_shows_that_it_waits()
    {
        await Prepare();
        await Run("#!train net --epochs 1000000 --background");
        var first = Assert.Single(Lab.Running);
        await Run("#!train net --epochs 1 --seed 1 --background");
        while (!Host.Text.Contains($"waiting for its turn: run {first.Id} (net) is training; #!runs stop {first.Id} stops that one", StringComparison.Ordinal))
            await Task.Delay(20, TestContext.Current.CancellationToken);
        var second = Lab.Running[^1];
        first.Stop();
        Assert.Equal(Kiln.Runs.RunStatus.Finished, (await second.Completion).Record.Status);
        await first.Completion;
    }

    [Fact]
    public async Task Several_seeds_are_not_for_the_background()
    {
        await Prepare();
        Assert.Contains("--background starts one run.", await Refusal("#!train net --background --seeds 2"));
    }
}
