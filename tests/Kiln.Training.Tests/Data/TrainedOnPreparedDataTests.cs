using Kiln.Training.Tests.Fit;

namespace Kiln.Training.Tests.Data;

public class TrainedOnPreparedDataTests
{
    [Fact]
    public async Task A_run_on_streamed_pictures_has_the_weights_of_one_on_pictures_in_memory()
    {
        Assert.Equal(await Weights(new DataOptions { Limit = 300 }), await Weights(new DataOptions { Limit = 300, MemoryBudget = 1 }));
    }

    [Fact]
    public async Task A_run_with_augmentation_and_mixup_is_repeatable()
    {
        var options = new DataOptions { Limit = 300, Augment = "rotate(10),crop(1),brightness(0.1),mixup(0.4)" };
        var first = await Weights(options);
        Assert.Equal(first, await Weights(options));
        Assert.NotEqual(first, await Weights(options with { Augment = "" }));
    }

    private static async Task<Dictionary<string, byte[]>> Weights(DataOptions options)
    {
        using DataSet data = BuiltIn.Load("digits", options);
        var (result, _) = await TestRuns.Run(TestRuns.Job(data));
        Assert.Equal(TrainingOutcome.Finished, result.Outcome);
        using var module = result.Module!;
        return TestRuns.Bits(module);
    }
}
