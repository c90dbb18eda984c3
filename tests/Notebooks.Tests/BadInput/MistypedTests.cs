namespace Notebooks.Tests;

/// <summary>A mistyped word: one clean message with the nearest name, and the kernel lives.</summary>
public sealed class MistypedTests(WorkingKernel working) : IClassFixture<WorkingKernel>
{
    [Theory]
    [InlineData("#!trian net", "#!train")]
    [InlineData("#!train net --epoch 3", "--epochs")]
    [InlineData("#!train nett", "net")]
    [InlineData("#!train net --data digitss", "digits")]
    [InlineData("#!data digit", "digits")]
    [InlineData("#!search rando net --space \"lr=log(1e-4,1e-1)\"", "random")]
    [InlineData("#!search random net --space \"lrr=log(1e-4,1e-1)\"", "lr")]
    [InlineData("#!compare net nat", "net")]
    [InlineData("#!train net --optimizer adan", "adam")]
    public async Task A_mistyped_word_is_answered_with_the_nearest_name(string cell, string nearest)
    {
        var message = await Refusal.OfAsync(working.Kernel, cell);
        Assert.Contains("Did you mean", message);
        Assert.Contains(nearest, message);
    }

    [Fact]
    public async Task A_mistyped_run_is_answered_with_the_nearest_name()
    {
        await working.Kernel.RunWellAsync("#!train net --epochs 1 --name first-try");
        Assert.Contains("first-try", await Refusal.OfAsync(working.Kernel, "#!runs show first-tri"));
    }

    [Theory]
    [InlineData("#!train net --epochs many", "many")]
    [InlineData("#!train net --epochs 0", "0")]
    [InlineData("#!train net --lr -1", "-1")]
    [InlineData("#!search random net --space \"lr=log(0,1)\"", "log")]
    [InlineData("#!data digits --split 90/20/10", "90/20/10")]
    public async Task A_value_that_makes_no_sense_is_named(string cell, string named)
    {
        Assert.Contains(named, await Refusal.OfAsync(working.Kernel, cell));
    }
}
