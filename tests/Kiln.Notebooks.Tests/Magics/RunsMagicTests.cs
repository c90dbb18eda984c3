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
    public async Task A_run_shown_later_has_its_batches_and_tells_of_a_file_that_is_gone()
    {
        await Prepare();
        await Run("#!train net --epochs 2");
        var run = Lab.Runs.List().Single();
        Host.Clear();
        await Run($"#!runs show {run.Id}");
        Assert.Contains("1 file recorded", Host.Text);
        Assert.Contains("best.safetensors", Host.Text);
        Assert.DoesNotContain("Warning", Host.Text);
        Assert.Contains("batch", Host.Text);
        File.Delete(Path.Combine(Lab.Runs.RunFolder(run.Id), "best.safetensors"));
        await Run($"#!runs show {run.Id}");
        Assert.Contains("Warning: best.safetensors, recorded with this run, is not there any more.", Host.Text);
    }

    [Fact]
    public async Task A_list_has_the_metrics_before_the_details_and_cuts_long_names_in_the_middle()
    {
        await Prepare();
        await Run("#!train net --epochs 1 --name a-very-long-name-of-a-run-that-ends-in-its-number-0001");
        Host.Clear();
        await Run("#!runs");
        Assert.Contains("net (a-very-long-na…", Host.Text);
        Assert.True(Host.Text.IndexOf("val loss", StringComparison.Ordinal) < Host.Text.IndexOf("seed", StringComparison.Ordinal));
        Assert.Contains("title=\"net (a-very-long-name-of-a-run-that-ends-in-its-number-0001)\"", Host.Html);
    }

    [Fact]
    public async Task Runs_of_a_table_are_taken_in_and_listed_once()
    {
        var file = Path.Combine(Lab.Runs.Folder, "mine.csv");
        File.WriteAllText(file, "name,val_accuracy\nfirst,0.9\n");
        await Run($"#!runs import {file}");
        Assert.Contains("Took in 1 run from", Host.Text);
        Assert.Contains("first", Host.Text);
        Host.Clear();
        await Run($"#!runs import {file}");
        Assert.Contains("are here already", Host.Text);
        await Run("#!runs show first");
        Assert.DoesNotContain("The same again", Host.Text);
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

    [Fact]
    public async Task Runs_are_asked_for_in_words_grouped_and_shown_by_column()
    {
        await Prepare();
        await Run("#!train net --epochs 1 --lr 0.1 --seeds 2");
        await Run("#!train net --epochs 1 --lr 0.01 --tag x --name slow");
        var slow = Lab.Runs.Get("slow").Id;
        Host.Clear();
        await Run("#!runs --where \"lr<0.05 and tag=x\"");
        Assert.Contains(slow, Host.Text);
        Assert.DoesNotContain(Lab.Runs.List(new() { NewestFirst = false })[0].Id, Host.Text);
        Host.Clear();
        Assert.Contains("no run has a column, metric, hyperparameter or option accuracy. Did you mean val_accuracy?", await Refusal("#!runs --sort -accuracy"));
        await Run("#!runs --columns lr,status,val_accuracy --sort lr");
        Assert.Contains($"{slow}  0.01  finished", Host.Text);
        Host.Clear();
        await Run("#!runs --group lr --sort lr");
        Assert.Matches(@"\n0\.01 +1 +\d\.\d{4}", Host.Text);
        Assert.Matches(@"\n0\.1 +2 +\d\.\d{4} ± 0\.\d{4}", Host.Text);
        Host.Clear();
        await Run("#!runs best val_loss --where lr=0.01");
        Assert.Contains("--lr 0.01", Host.Text);
    }

    [Fact]
    public async Task Runs_are_labelled_removed_and_brought_back()
    {
        await Prepare();
        await Run("#!train net --epochs 1");
        var run = Lab.Runs.List().Single();
        await Run($"#!runs tag {run.Id} good fast");
        await Run($"#!runs tag {run.Id} fast --off");
        await Run($"#!runs note {run.Id} learns quickly");
        run = Lab.Runs.Get(run.Id);
        Assert.Equal(("good", "learns quickly"), (run.Tags.Single(), run.Notes));
        await Run("#!runs rm --where tag=good");
        Assert.Contains("#!runs undo brings back", Host.Text);
        Assert.Empty(Lab.Runs.List());
        await Run("#!runs undo");
        Assert.Single(Lab.Runs.List());
        await Run($"#!runs rm {run.Id}");
        Host.Clear();
        await Run("#!runs list --removed");
        Assert.Contains(run.Id, Host.Text);
        await Run("#!runs vacuum");
        Assert.Contains("Deleted 1 removed run", Host.Text);
    }

    [Fact]
    public async Task Runs_go_through_files()
    {
        await Prepare();
        await Run("#!train net --epochs 2");
        var run = Lab.Runs.List().Single();
        var folder = Directory.CreateTempSubdirectory("kiln-runs-").FullName;
        await Run($"#!runs export {folder}/runs.csv");
        await Run($"#!runs export {folder}/runs --format jsonl");
        await Run($"#!runs export {folder}/board --format tensorboard");
        Assert.Contains("param_width,", File.ReadLines($"{folder}/runs.csv").First());
        Assert.Single(Directory.GetFiles($"{folder}/board/net-{run.Id}"));
        Lab.Runs.Remove(run.Id);
        Lab.Runs.Vacuum();
        await Run($"#!runs import {folder}/runs.jsonl");
        Assert.Equal(2, Lab.Runs.Epochs(run.Id).Count);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("#!runs show abc --sort lr", "#!runs show: --sort is for list and export. Leave it out.")]
    [InlineData("#!runs list --off", "#!runs list: --off is for tag. Leave it out.")]
    [InlineData("#!runs show", "the run is missing")]
    [InlineData("#!runs stop", "#!runs stop: the run is missing")]
    [InlineData("#!runs attach nothing", "nothing")]
    [InlineData("#!runs show nothing", "nothing")]
    [InlineData("#!runs list abc", "#!runs show abc")]
    [InlineData("#!runs shwo x", "expected one of list, show, attach, stop, best, tag, note, scatter, rm, undo, vacuum, export, import, got \"shwo\". Did you mean show?")]
    [InlineData("#!runs best nothing", "No run has a column, metric, hyperparameter or option 'nothing'.")]
    [InlineData("#!runs --where \"modle=net\"", "Did you mean model?\nmodle=net\n^")]
    [InlineData("#!runs rm", "the runs are missing")]
    [InlineData("#!runs tag", "the run is missing")]
    [InlineData("#!runs export runs.xls", ".csv or .jsonl")]
    [InlineData("#!runs import nothing.jsonl", "cannot be read")]
    [InlineData("#!runs --study none", "there is no study none")]
    [InlineData("#!runs --limit 0", "expected at least 1, got 0")]
    public async Task A_mistake_is_told_in_one_message(string line, string part) => Assert.Contains(part, await Refusal(line));

    [Fact]
    public async Task Scatter_draws_two_columns_of_numbers_and_refuses_text()
    {
        await Prepare();
        foreach (var lr in new[] { "0.1", "0.001", "0.0001" }) await Run($"#!train net --epochs 1 --lr {lr}");
        Host.Clear();
        await Run("#!runs scatter lr val_accuracy");
        Assert.Contains("val_accuracy against lr of 3 runs", Host.Text);
        Assert.True(Lab.Scatter("lr", "val_accuracy").X.Log);
        Assert.Contains("'optimizer' is none", await Refusal("#!runs scatter optimizer val_accuracy"));
        Assert.Contains("expected two columns, got 1", await Refusal("#!runs scatter lr"));
        Assert.Contains("No run that fits has both", await Refusal("#!runs scatter lr val_accuracy --where lr<0"));
    }
}
