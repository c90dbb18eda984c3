namespace Kiln.Notebooks.Tests.Magics;

/// <summary>Lines of people who know another library, or are new to all: each is answered once, with what to type instead, and nothing is trained.</summary>
public class BeginnersLinesTests : MagicFixture
{
    [Theory]
    [InlineData("#!train net --learning-rate 0.1", "Did you mean --lr?")]
    [InlineData("#!train net --learning_rate=0.1", "Did you mean --lr?")]
    [InlineData("#!train net --batch_size 32", "Did you mean --batch?")]
    [InlineData("#!train net --bs 32", "Did you mean --batch?")]
    [InlineData("#!train net --n_epochs 3", "Did you mean --epochs?")]
    [InlineData("#!train net --patience 3", "Did you mean --early-stop?")]
    [InlineData("#!train net --criterion mse", "Did you mean --loss?")]
    [InlineData("#!search random net --n_trials 20", "Did you mean --trials?")]
    [InlineData("#!search random net --direction maximize", "Did you mean --goal?")]
    [InlineData("#!search random net --n_jobs 2", "Did you mean --parallel?")]
    [InlineData("#!search random net --space learning_rate=log(1e-4,1e-1)", "Did you mean 'lr'?")]
    [InlineData("#!search random net --space batch_size={32,64}", "Did you mean 'batch'?")]
    [InlineData("#!search bayesian net", "Did you mean tpe?")]
    [InlineData("#!data digits --test-size 0.2", "Did you mean --split?")]
    [InlineData("#!runs delete net", "Did you mean rm?")]
    public async Task The_word_of_another_library_is_answered_with_the_word_here(string line, string hint)
    {
        await Prepare();
        Assert.Contains(hint, await Refusal(line));
        Assert.Empty(Lab.Runs.List());
    }

    [Theory]
    [InlineData("#!train net --dropout 0.5", "Dropout(0.5)")]
    [InlineData("#!train net --validation_split 0.2", "#!data NAME --split 80/10/10")]
    [InlineData("#!train net --device cuda", "Kiln trains on the CPU.")]
    [InlineData("#!train net --shuffle", "--seed changes how")]
    [InlineData("#!data iris.csv", "#!data csv iris.csv --target COLUMN")]
    [InlineData("#!data csv https://example.org/iris.csv --target species", "Download it first")]
    public async Task What_there_is_no_option_for_is_answered_with_where_it_is_done(string line, string remedy)
    {
        await Prepare();
        Assert.Contains(remedy, await Refusal(line));
    }

    [Theory]
    [InlineData("--metric accuracy", "Did you mean val_accuracy?")]
    [InlineData("--metric val_acc", "Did you mean val_accuracy?")]
    [InlineData("--metric acc", "Did you mean val_accuracy?")]
    [InlineData("--metric loss", "Did you mean val_loss?")]
    [InlineData("--metric test_accuracy", "the test split is for the winner, once. Did you mean val_accuracy?")]
    [InlineData("--metric val_accuracy,params", "Did you mean parameters?")]
    [InlineData("--limit size<1000", "--limit size: there is no such metric.")]
    [InlineData("--trials 0", "--trials: expected at least 1, got 0.")]
    [InlineData("--trials -3", "--trials: expected at least 1, got -3.")]
    [InlineData("--seeds 0", "--seeds: expected at least 1, got 0.")]
    [InlineData("--space lr=[1e-4,1e-1]", "Write a choice as {32,64}.")]
    [InlineData("--space lr=loguniform(1e-4,1e-1)", "log(1e-4,1e-1)")]
    [InlineData("--space optimizer=choice(adam)", "Write a choice as {32,64}.")]
    public async Task A_search_that_could_only_fail_is_refused_before_its_first_trial(string options, string part)
    {
        await Prepare();
        var message = await Refusal("#!search random net " + (options.Contains("--space", StringComparison.Ordinal) ? "" : "--space lr=log(1e-4,1e-1) ") + options);
        Assert.Contains(part, message);
        Assert.Empty(Lab.Runs.List());
    }

    [Fact]
    public async Task A_search_without_its_method_is_told_so_and_not_that_the_model_is_missing()
    {
        await Prepare();
        var message = await Refusal("#!search net --trials 3");
        Assert.Contains("#!search METHOD: expected one of grid", message);
        Assert.Contains("For example: #!search random net", message);
    }
}
