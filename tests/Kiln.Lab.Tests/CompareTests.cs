using Kiln.Training;

namespace Kiln.Tests;

[Collection("lab")]
public sealed class CompareTests : IDisposable
{
    private static readonly CompareOptions Quick = new() { Seeds = 3, Train = new TrainOptions { Epochs = 2 } };
    private readonly LabFixture _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Missing_seeds_are_trained_and_a_second_comparison_trains_nothing()
    {
        LabFixture.Define("small", 8);
        LabFixture.Define("large", 64);
        var comparison = await Lab.Compare("small", "large", Quick, "digits");
        Assert.Equal([0L, 1L, 2L], comparison.Seeds);
        Assert.Equal(6, _lab.Runs.Count);
        Assert.NotEmpty(comparison.Verdict);
        Assert.Contains(comparison.Differences, difference => difference.Setting == "model");

        var again = await Lab.Compare("small", "large", new CompareOptions { Train = Quick.Train }, "digits");
        Assert.Equal(6, _lab.Runs.Count);
        Assert.Equal(comparison.A.Values, again.A.Values);
    }

    [Fact]
    public async Task A_comparison_without_runs_says_how_to_get_them()
    {
        LabFixture.Define("small", 8);
        LabFixture.Define("large", 64);
        var problem = await Assert.ThrowsAsync<LabException>(() => Lab.Compare("small", "large", data: "digits"));
        Assert.Contains("--seeds 6", problem.Message);
    }

    [Fact]
    public async Task A_changed_definition_does_not_lend_its_old_runs()
    {
        LabFixture.Define("small", 8);
        LabFixture.Define("large", 64);
        await Lab.Compare("small", "large", Quick, "digits");
        LabFixture.Define("large", 96);
        await Assert.ThrowsAsync<LabException>(() => Lab.Compare("small", "large", new CompareOptions { Train = Quick.Train }, "digits"));
    }
}
