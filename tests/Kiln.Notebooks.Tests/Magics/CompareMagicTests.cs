namespace Kiln.Notebooks.Tests.Magics;

public class CompareMagicTests : MagicFixture
{
    [Fact]
    public async Task A_comparison_trains_what_is_missing_and_ends_in_words_and_a_chart()
    {
        await Prepare();
        await Run("#!model other", "Flatten(), ReLU(), Linear(classes)");
        Host.Clear();
        await Run("#!compare net other --seeds 2 --epochs 1");
        Assert.Equal(4, Lab.Runs.List().Count);
        Assert.Contains("Cannot tell yet", Host.Text);
        Assert.Contains("4 runs of 4 trained for this comparison.", Host.Text);
        Assert.Contains("other − net", Host.Text);
    }

    [Fact]
    public async Task One_run_each_is_compared_over_the_test_examples_and_the_page_says_what_that_does_not_show()
    {
        await Prepare();
        await Run("#!model other", "Flatten(), ReLU(), Linear(classes)");
        foreach (var model in new[] { "net", "other" }) await Run($"#!train {model} --epochs 1");
        Host.Clear();
        await Run("#!compare net other");
        Assert.Contains("This compares two trained models, not two ways to train", Host.Text);
        Assert.Contains("McNemar's test", Host.Text);
        Assert.Contains("best for its cost", Host.Text);
        Assert.Contains("needs at least 2 seeds", await Refusal("#!compare net other --paired seed"));
    }

    [Fact]
    public async Task Three_models_show_a_table_of_arms_holms_pairs_and_three_charts()
    {
        await PrepareThree();
        await Run("#!compare net wide third --seeds 2 --epochs 2 --lr 0.01");
        Assert.Equal(6, Lab.Runs.List().Count);
        Assert.Contains("has the best mean of 3", Host.Text);
        Assert.Contains("p after Holm", Host.Text);
        Assert.Contains("best for its cost", Host.Text);
        Assert.Contains("Validation accuracy: mean of 2 runs, band from lowest to highest", Host.Text);
        // The trainings' own display, the report, and the charts of differences, arms and curves.
        Assert.Equal(5, Host.Stored.Count());
        Assert.All(Lab.Runs.List(), run => Assert.Contains("\"Lr\":0.01", run.OptionsJson));
    }

    [Fact]
    public async Task A_baseline_is_an_arm_wherever_it_is_named_and_comes_first()
    {
        await PrepareThree();
        await Run("#!compare wide third --baseline net --seeds 2 --epochs 1");
        Assert.Contains("net (baseline)", Host.Text);
        Assert.Contains("Against the baseline net", Host.Text);
        Assert.DoesNotContain("third − wide", Host.Text);
    }

    [Fact]
    public async Task Several_data_sets_show_ranks_and_a_critical_difference_diagram()
    {
        await PrepareThree();
        await Run("#!data digits --limit 200 --seed 1 --as other-digits");
        Host.Clear();
        await Run("#!compare net wide third --data digits,other-digits --seeds 1 --epochs 1");
        Assert.Contains("Cannot tell yet: add 4 data sets", Host.Text);
        Assert.Contains("mean rank", Host.Text);
        Assert.Contains("Friedman's test", Host.Text);
        Assert.Contains("critical difference", Host.Text);
        Host.Clear();
        await Run("#!compare net wide --data digits,other-digits");
        Assert.Contains("wide − net", Host.Text);
        Assert.Contains("interquartile mean", Host.Text);
    }

    [Fact]
    public async Task Diff_shows_settings_and_code_and_trains_nothing()
    {
        await PrepareThree();
        await Run("#!compare net wide --diff --epochs 1");
        Assert.Empty(Lab.Runs.List());
        Assert.Contains("- Flatten(), Linear(classes)", Host.Text);
        Assert.Contains("+ Flatten(), Linear(32), Linear(classes)", Host.Text);
    }

    [Fact]
    public async Task Two_settings_of_one_model_are_compared_by_their_runs_and_more_seeds_of_them_are_trained()
    {
        await Prepare();
        await Run("#!train net --epochs 1 --lr 0.01 --name fast");
        await Run("#!train net --epochs 1 --lr 0.0001 --name slow");
        Host.Clear();
        await Run("#!compare fast slow --seeds 2");
        Assert.Equal(4, Lab.Runs.List().Count);
        Assert.Contains("slow − fast", Host.Text);
        Assert.Matches(@"lr +0\.01 +0\.0001", Host.Text);
        Assert.Contains("are the same model with the same options", await Refusal($"#!compare fast {Lab.Runs.Get("fast").Id}"));
        Assert.Contains("Name another run of it instead of the model", await Refusal("#!compare net slow"));
        await Run("#!model net", "Flatten(), Linear(7), Linear(classes)");
        Assert.Contains("Run its #!model cell", await Refusal("#!compare fast slow --seeds 3"));
    }

    [Fact]
    public async Task An_interrupt_keeps_what_is_trained_and_says_so()
    {
        await PrepareThree();
        Host.Interrupt();
        var message = await Refusal("#!compare net wide --seeds 2 --epochs 1");
        Assert.Contains("It was stopped: 0 of 4 missing runs were trained and are kept. The same command goes on from there.", message);
    }

    private async Task PrepareThree()
    {
        await Prepare();
        foreach (var (name, body) in new[] { ("net", "Flatten(), Linear(classes)"), ("wide", "Flatten(), Linear(32), Linear(classes)"), ("third", "Flatten(), ReLU(), Linear(classes)") })
            await Run($"#!model {name}", body);
        Host.Clear();
    }

    [Theory]
    [InlineData("#!compare", "#!compare: MODELS is missing")]
    [InlineData("#!compare net", "got only net. Compare it with other: #!compare net other --seeds 6")]
    [InlineData("#!compare net other --seeds 0", "at least 1, got 0")]
    [InlineData("#!compare net other --alpha 5", "--alpha between 0 and 1, got 5")]
    [InlineData("#!compare net other --rope -1", "--rope of at least 0, got -1")]
    [InlineData("#!compare net other --metric test_acuracy", "Did you mean 'test_accuracy'?")]
    [InlineData("#!compare net other --data digits,iriss", "iris")]
    [InlineData("#!compare net other --data digits,iris --baseline net", "--baseline means nothing to it")]
    [InlineData("#!compare net other --data digits,iris", "--seeds 3 to train what is missing")]
    [InlineData("#!compare net net", "two different models")]
    [InlineData("#!compare net othr", "othr")]
    [InlineData("#!compare net other --paired sed", "seed")]
    public async Task A_mistake_is_told_in_one_message(string line, string part)
    {
        await Prepare();
        await Run("#!model other", "Flatten(), ReLU(), Linear(classes)");
        Assert.Contains(part, await Refusal(line));
    }
}
