namespace Kiln.Notebooks.Tests.Magics;

public class SearchMagicTests : MagicFixture
{
    [Fact]
    public async Task A_search_shows_its_trials_and_its_winner()
    {
        await Prepare();
        await Run("#!search random net --trials 3 --epochs 1 --space \"lr=log(1e-3,1e-1) width=4..16\"");
        // Status, history, and what the trials chose.
        Assert.Equal(3, Host.Displays.Count);
        Assert.Contains("val accuracy by what 3 trials chose: 3 of 3 with val accuracy; the best 3:", Host.Text);
        Assert.Contains("3 of 3 trials done, 3 with a value.", Host.Text);
        Assert.Contains("The winner, trained again with a fresh seed", Host.Text);
        Assert.Contains("#!train net --data digits --epochs 1 --lr", Host.Text);
    }

    [Fact]
    public async Task A_dry_run_shows_the_first_trials_and_records_nothing()
    {
        await Prepare();
        await Run("#!search grid net --dry-run --space \"lr={1e-3,1e-2} width={4,8}\"");
        Assert.Contains("Would train 4 trials", Host.Text);
        Assert.Empty(Lab.Runs.List());
    }

    [Theory]
    [InlineData("#!search rando net --space lr=0..1", "got \"rando\". Did you mean random?")]
    [InlineData("#!search random net extra", "\"extra\" is one word too many")]
    [InlineData("#!search random net --charts slices", "got \"slices\". Did you mean slice?")]
    [InlineData("#!search random net --charts edf,slices", "got \"slices\"")]
    [InlineData("#!search random net --pruner medium", "Did you mean median?")]
    [InlineData("#!search status nets", "There is no study 'nets': nothing has been searched yet.")]
    [InlineData("#!search best net --epochs 3", "#!search best: --epochs means nothing here. Leave it out.")]
    [InlineData("#!search random net --space \"lr=lag(1,2)\"", "lag")]
    [InlineData("#!search random net --space widht=4..8", "Did you mean 'width'?")]
    [InlineData("#!search tpe net --population 8", "#!search tpe: --population is for pbt. Leave it out.")]
    [InlineData("#!search pbt net --epochs 4 --perturb 0.8;1.2 --space lr=log(1e-3,1)", "expected factors above 0 with commas between, such as 0.8,1.2, got \"0.8;1.2\"")]
    [InlineData("#!search pbt net --epochs 4", "Search width with tpe or asha first and give it one value here (width=VALUE)")]
    [InlineData("#!search asha net --epochs 4 --metric val_accuracy,parameters", "A pruner ends trials by one metric, and 2 are sought (val_accuracy,parameters). Add --pruner none, or seek one with a --limit for the other.")]
    public async Task A_mistake_is_told_in_one_message(string line, string part)
    {
        await Prepare();
        Assert.Contains(part, await Refusal(line));
    }

    [Fact]
    public void The_methods_offered_and_explained_are_those_there_are()
    {
        var search = CommandTable.Default.Find("#!search")!;
        Assert.Equal(Search.SearchMethods.Names, search.Options.Single(option => option.Name == "METHOD").Values.Except(["status", "stop", "resume", "best", "export"]));
        Assert.All(Search.SearchMethods.All, method => Assert.Contains(method.Description, search.Help));
    }

    [Fact]
    public async Task Every_picture_can_be_asked_for_and_is_named_in_the_help()
    {
        await Prepare();
        await Run("#!search random net --trials 8 --epochs 1 --space \"lr=log(1e-3,1e-1) width=4..16 optimizer={adam,sgd}\" --charts all");
        foreach (var title in (string[])["val accuracy by trial", "by what 8 trials chose", "val accuracy by lr", "By optimizer alone", "smoothed between 8 trials", "on their way", "Share of 8 trials", "When trials were trained"])
            Assert.Contains(title, Host.Text);
        Assert.All(StudyCharts.Names, name => Assert.Contains(name, CommandTable.Default.Find("#!search")!.Help));
    }

    [Fact]
    public async Task A_population_shows_the_schedule_of_its_best_member_and_a_winner_that_follows_it()
    {
        await Prepare();
        await Run("#!search pbt net --population 6 --epochs 8 --every 2 --quantile 0.5 --seed 3 --space \"lr=log(1e-3,1)\" --optimizer sgd");
        Assert.Contains("24 of 24 trials done", Host.Text);
        Assert.Contains("came to be: settings that changed on the way", Host.Text);
        Assert.Contains("lr of the best member, epoch by epoch", Host.Text);
        Assert.Contains("The winner, trained again along that schedule with a fresh seed and tested once: test accuracy", Host.Text);
        Assert.DoesNotContain("#!train net", Host.Text);
        var study = Lab.Study("net-pbt");
        Host.Clear();
        await Run("#!search best net-pbt");
        Assert.Contains("No #!train line trains this again: it went on from run ", Host.Text);
        Assert.Contains($"#!predict {study.Best!.RunId}", Host.Text);
        Host.Clear();
        await Run($"#!runs show {study.Winner!.Id}");
        Assert.Contains("repeats the schedule of trial", Host.Text);
        Assert.DoesNotContain("#!train net", Host.Text);
    }

    [Fact]
    public async Task A_population_in_which_nobody_copies_tells_of_no_schedule()
    {
        await Prepare();
        await Run("#!search pbt net --population 2 --epochs 8 --every 2 --quantile 0 --space \"lr=log(1e-3,1e-2)\"");

        Assert.NotEmpty(Lab.Study("net-pbt").Lineage);
        Assert.Contains("kept the settings that it began with", Host.Text);
        Assert.DoesNotContain("settings that changed", Host.Text);
        Assert.Contains("The winner, trained again with a fresh seed", Host.Text);
        Assert.Contains("#!train net", Host.Text);
    }

    [Fact]
    public async Task A_study_can_be_looked_at_later_and_its_trials_written()
    {
        await Prepare();
        await Run("#!search asha net --trials 6 --epochs 3 --batch 32 --space \"lr=log(1e-5,1e-1)\"");
        Assert.Contains("pruned", Host.Text);
        Host.Clear();

        await Run("#!search status net-asha");
        Assert.Contains("Study net-asha of net · random asha(grace=1,reduction=3,steps=3)", Host.Text);
        Assert.Contains("trials pruned: ended early, because others do better", Host.Text);
        Assert.Contains("The winner, trained again with a fresh seed and tested once: test accuracy", Host.Text);
        Host.Clear();
        await Run("#!search resume net-asha --trials 7 --charts none");
        Assert.Contains("7 of 7 trials done", Host.Text);
        Assert.Contains("goes on: 6 trials have ended.", Host.Text);
        Host.Clear();
        await Run("#!search best net-asha");
        Assert.Contains("is the best of 7 trials: lr=", Host.Text);
        Assert.Contains("#!train net --data digits", Host.Text);
        var file = Path.Combine(Lab.Runs.Folder, "trials.csv");
        await Run($"#!search export net-asha {file}");
        Assert.Equal(8, File.ReadAllLines(file).Length);
        Assert.Contains("is not being searched", await Refusal("#!search stop net-asha"));
    }
}
