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
    public async Task A_run_says_once_what_seems_wrong_with_its_model()
    {
        await Run("#!data digits --limit 300");
        Host.Evaluate = _ => new Evaluation((Func<Training.ModelContext, ModelBody>)(c => [Training.Layers.Flatten(), Training.Layers.Linear(c.Classes), Training.Layers.Softmax()]), []);
        await Run("#!model net", "Flatten(), Linear(classes), Softmax()");
        Host.Clear();
        await Run("#!train net --epochs 2");
        Assert.Single(Host.Text.Split('\n'), line => line.StartsWith("Note: Softmax (layer 3", StringComparison.Ordinal));
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
    public async Task A_dry_run_tells_what_would_be_trained()
    {
        await Prepare();
        await Run("#!train net --epochs 3 --accumulate 2 --schedule cosine --freeze body --dry-run");
        Assert.Contains("Would train 1 run of 3 epochs with 4 batches of 64 each: 6 steps of adam at 0.001 with the schedule cosine, which moves ", Host.Text);
        Assert.Contains("The first batch gives a loss of 2.", Host.Text);
    }

    [Fact]
    public async Task One_batch_is_learned_by_heart_and_nothing_is_recorded()
    {
        await Prepare();
        await Run("#!train net --lr 0.01 --overfit-one-batch");
        Assert.Contains("One batch was learned by heart: the loss went from ", Host.Text);
        Assert.Equal(2, Host.Displays.Count);
        Assert.Empty(Lab.Runs.List());
    }

    [Fact]
    public async Task An_automatic_rate_is_looked_for_and_told()
    {
        await Prepare();
        await Run("#!train net --epochs 1 --lr auto");
        Assert.Contains("Suggested learning rate: ", Host.Text);
        Assert.Contains(" --lr 0.", OptionsText.TrainLine(Assert.Single(Lab.Runs.List())));
    }

    [Fact]
    public async Task A_run_may_start_with_the_weights_of_another()
    {
        await Prepare();
        await Run("#!train net --epochs 1");
        var first = Assert.Single(Lab.Runs.List());
        await Run($"#!train net --epochs 1 --from {first.Id} --freeze body --layer-lr 0.5");
        Assert.Contains($"Took 4 of 4 tensors from run {first.Id}.", Host.Text);
    }

    [Fact]
    public async Task Fine_tuning_goes_in_stages()
    {
        await Prepare();
        await Run("#!train net --epochs 2 --lr auto --schedule onecycle --name base");
        await Run("#!train net --from base --freeze body --epochs 1 --name head");
        await Run("#!train net --from head --layer-lr 0.3 --lr 1e-4 --early-stop 2 --epochs 3 --name whole");
        Assert.All(Lab.Runs.List(), run => Assert.Equal(RunStatus.Finished, run.Status));
        Assert.Equal(3, Lab.Runs.List().Count);
    }

    [Fact]
    public async Task A_mistake_that_the_first_batch_shows_leaves_no_run_behind()
    {
        await Prepare();
        await Refusal("#!train net --freeze conv*");
        await Refusal("#!train net --early-stop 2 --from nowhere.pt");
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
    [InlineData("#!train net --schedule cosin", "There is no schedule 'cosin'. Did you mean 'cosine'?")]
    [InlineData("#!train net --lr fast", "--lr: expected a number such as 0.001 or 1e-3, or auto, got \"fast\".")]
    [InlineData("#!train net --batch all", "--batch: expected a whole number such as 5, or full, got \"all\".")]
    [InlineData("#!train net --from 77", "--from: there is no run '77', and no file of that name.")]
    [InlineData("#!train net --from old.pt", "--from: there is no file old.pt.")]
    [InlineData("#!train net --loss mse", "Loss: mse does not fit classification. Use cross-entropy.")]
    [InlineData("#!train net --freeze conv*", "Freeze 'conv*': no weight has such a name.")]
    [InlineData("#!search random net --lr auto --space lr={1,2}", "Put the rate into the space")]
    [InlineData("#!lr-find net --start 1 --end 0.1", "expected a start above 0 and an end above the start, got 1 and 0.1.")]
    public async Task A_mistake_is_told_in_one_message(string line, string part)
    {
        await Prepare();
        Assert.Contains(part, await Refusal(line));
    }

    [Fact]
    public async Task The_line_of_a_run_names_every_option_that_was_given()
    {
        await Prepare();
        const string line = "--epochs 2 --batch full --optimizer sgd --momentum 0.9 --nesterov --l1 0.001 --clip 1 --schedule step(1) --early-stop 3 --ema 0.9";
        await Run("#!train net " + line);
        Assert.Equal("#!train net --data digits " + line, OptionsText.TrainLine(Assert.Single(Lab.Runs.List())));
    }

    [Fact]
    public async Task Data_may_have_a_batch_of_their_own_for_trainings_that_name_none()
    {
        await Run("#!data digits --limit 300 --batch 20");
        await Run("#!model net", "Flatten(), Linear(classes)");
        await Run("#!train net --epochs 1");
        await Run("#!train net --epochs 1 --batch 64");
        using (NotebookSession.Attach(Host)) await Lab.Train("net", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal([20, 64, 20], Lab.Runs.List().Reverse().Select(run => OptionsText.Read(run)!.Batch));
        Assert.Equal(["#!train net --data digits --epochs 1", "#!train net --data digits --epochs 1 --batch 64", "#!train net --data digits"],
            Lab.Runs.List().Reverse().Select(OptionsText.TrainLine));
        Assert.Equal("#!data: Batch 0: expected at least 1 example in a batch.", await Refusal("#!data digits --batch 0"));
    }

    [Fact]
    public void Every_training_option_has_a_magic_option_or_is_none_of_the_users() =>
        Assert.Equal([nameof(Training.TrainOptions.Threads)], typeof(Training.TrainOptions).GetProperties().Select(property => property.Name)
            .Where(name => typeof(TrainMagicOptions).GetProperty(name) is null));

    [Fact]
    public void Words_in_the_place_of_numbers_are_completed()
    {
        const string line = "#!train net --batch f";
        Assert.Equal(["full"], LineCompletion.Of(CommandTable.Default, new Names(), line, line.Length).Select(item => item.Text));
    }

    private sealed class Names : INames
    {
        public IReadOnlyList<string> Of(NameKind kind) => [];
    }

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
        // Without that the second may have the first turn on a busy machine.
        while (!first.HasStarted) await Task.Delay(20, TestContext.Current.CancellationToken);
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

    [Fact]
    public async Task A_run_in_the_foreground_shows_that_it_waits_for_one_in_the_background()
    {
        await Prepare();
        await Run("#!train net --epochs 1000000 --background");
        var first = Assert.Single(Lab.Running);
        while (!first.HasStarted) await Task.Delay(20, TestContext.Current.CancellationToken);
        var second = Run("#!train net --epochs 1 --seed 1");
        while (!Host.Text.Contains($"waiting for its turn: run {first.Id} (net) is training", StringComparison.Ordinal))
            await Task.Delay(20, TestContext.Current.CancellationToken);
        first.Stop();
        await second;
    }
}
