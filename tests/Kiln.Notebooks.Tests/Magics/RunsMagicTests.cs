namespace Kiln.Notebooks.Tests.Magics;

public class RunsMagicTests : MagicFixture
{
    [Fact]
    public async Task An_empty_store_says_how_to_fill_it()
    {
        await Run("#!runs");
        Assert.Contains("No runs yet. #!train MODEL makes one.", Host.Text);
    }

    [Fact]
    public async Task Runs_are_listed_and_one_is_redrawn_by_its_first_letters()
    {
        await Prepare();
        await Run("#!train net --epochs 2 --seed 7");
        var run = Lab.Runs.List().Single();
        Host.Clear();
        await Run("#!runs list");
        Assert.Contains(run.Id, Host.Text);
        await Run($"#!runs show {run.Id[..7]}");
        Assert.Equal(3, Host.Displays.Count);
        Assert.Contains("#!train net --data digits --epochs 2 --seed 7", Host.Text);
    }

    [Fact]
    public async Task A_run_shown_later_still_has_the_hints_that_needed_its_model()
    {
        Host.Evaluate = _ => new Evaluation(Linear, []);
        await Prepare();
        // Five epochs at such a rate leave every accuracy at that of guessing, which only a look at the data's classes can tell.
        await Run("#!train net --epochs 5 --lr 1e-9");
        var run = Lab.Runs.List().Single();
        var hint = Assert.Single(Host.Text.Split('\n'), line => line.StartsWith("Hint: ", StringComparison.Ordinal));
        Host.Clear();
        await Run($"#!runs show {run.Id}");
        Assert.Contains(hint, Host.Text.Split('\n'));
        Assert.Equal(["Hint: " + Assert.Single(Lab.Hints(run.Id))], [hint]);
    }

    [Fact]
    public async Task A_run_shown_later_still_says_what_was_said_while_it_went_on()
    {
        await Prepare();
        await Run("#!train net --epochs 3 --lr 10");
        Assert.DoesNotContain("Hint: ", Host.Text);
        Host.Clear();
        await Run($"#!runs show {Lab.Runs.List().Single().Id}");
        Assert.Contains("Hint: The loss grew in the first epoch", Host.Text);
    }

    [Fact]
    public async Task A_run_in_the_background_is_followed_and_stopped()
    {
        await Prepare();
        await Run("#!train net --epochs 1000000 --background");
        var run = Assert.Single(Lab.Running);
        var following = Run($"#!runs attach {run.Id[..6]}");
        await Run($"#!runs stop {run.Id}");
        await following;
        await run.Completion;
        Assert.Contains($"Run {run.Id} (net) stops after the batch in flight", Host.Text);
        Assert.Equal(2, Host.Stored.Count(bundle => bundle.Data[MimeBundle.Plain].Contains(": On request, by #!runs stop", StringComparison.Ordinal)));
        Assert.Contains($"Run {run.Id} is not running: it is stopped.", await Refusal($"#!runs stop {run.Id}"));
    }

    [Fact]
    public async Task An_interrupt_leaves_the_view_and_not_the_run()
    {
        await Prepare();
        await Run("#!train net --epochs 1000000 --background");
        var run = Assert.Single(Lab.Running);
        var following = Run($"#!runs attach {run.Id}");
        Host.Interrupt();
        await following;
        Assert.Contains($"Run {run.Id} goes on; only this view of it was left.", Host.Text);
        Assert.Equal([run.Id], Lab.Running.Select(live => live.Id));
        run.Stop();
        await run.Completion;
    }

    [Theory]
    [InlineData("#!runs show", "the run is missing")]
    [InlineData("#!runs stop", "#!runs stop: the run is missing")]
    [InlineData("#!runs attach nothing", "nothing")]
    [InlineData("#!runs show nothing", "nothing")]
    [InlineData("#!runs list abc", "#!runs show abc")]
    [InlineData("#!runs shwo x", "expected one of list, show, attach, stop, got \"shwo\". Did you mean show?")]
    [InlineData("#!runs --study none", "there is no study none")]
    [InlineData("#!runs --limit 0", "expected at least 1, got 0")]
    public async Task A_mistake_is_told_in_one_message(string line, string part) => Assert.Contains(part, await Refusal(line));
}
