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

    [Theory]
    [InlineData("#!compare net", "#!compare: B is missing")]
    [InlineData("#!compare net net", "two different models")]
    [InlineData("#!compare net othr", "othr")]
    public async Task A_mistake_is_told_in_one_message(string line, string part)
    {
        await Prepare();
        Assert.Contains(part, await Refusal(line));
    }
}
