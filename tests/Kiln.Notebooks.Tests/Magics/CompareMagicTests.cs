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

    [Theory]
    [InlineData("#!compare net", "#!compare: B is missing")]
    [InlineData("#!compare net net", "two different models")]
    [InlineData("#!compare net othr", "othr")]
    [InlineData("#!compare net other --paired sed", "seed")]
    public async Task A_mistake_is_told_in_one_message(string line, string part)
    {
        await Prepare();
        Assert.Contains(part, await Refusal(line));
    }
}
