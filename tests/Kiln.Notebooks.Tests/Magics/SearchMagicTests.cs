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
    [InlineData("#!search random net", "--space is missing")]
    [InlineData("#!search rando net --space lr=0..1", "expected one of grid, random, tpe, got \"rando\". Did you mean random?")]
    [InlineData("#!search random net --space \"lr=lag(1,2)\"", "lag")]
    [InlineData("#!search random net --space widht=4..8", "Did you mean 'width'?")]
    public async Task A_mistake_is_told_in_one_message(string line, string part)
    {
        await Prepare();
        Assert.Contains(part, await Refusal(line));
    }

    [Fact]
    public void The_samplers_offered_are_those_there_are() =>
        Assert.Equal(Search.Samplers.Names, CommandTable.Default.Find("#!search")!.Options.Single(option => option.Name == "SAMPLER").Values);
}
