namespace Kiln.Notebooks.Tests.Magics;

public class LrFindMagicTests : MagicFixture
{
    [Fact]
    public async Task A_rate_is_suggested_with_the_line_that_trains_with_it_and_a_chart()
    {
        await Prepare();
        await Run("#!lr-find net");
        Assert.Equal(2, Host.Displays.Count);
        Assert.Contains("Suggested learning rate: ", Host.Text);
        Assert.Contains("#!train net --lr 0.", Host.Text);
        Assert.Contains("Loss by learning rate", Host.Text);
        Assert.Empty(Lab.Runs.List());
    }

    [Fact]
    public async Task Plain_csharp_does_the_same()
    {
        await Prepare();
        var sweep = await Lab.FindLearningRate("net", sweep: new() { Steps = 50 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(50, sweep.Rates.Length);
    }
}
