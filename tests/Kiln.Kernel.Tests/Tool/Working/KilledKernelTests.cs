using System.Globalization;
using Kiln.Runs;

namespace Kiln.Kernel.Tests;

/// <summary>Searches whose kernel is killed again and again, and goes on each time.</summary>
public sealed class KilledKernelTests(CalmSearches calm) : IClassFixture<CalmSearches>, IDisposable
{
    private const int Kills = 20;

    private readonly SearchNotebook _notebook = new();

    public void Dispose() => _notebook.Dispose();

    [Theory]
    [InlineData("grid", 0)]
    [InlineData("random", 0)]
    [InlineData("sobol", 0)]
    [InlineData("grid", 2)]
    [InlineData("random", 2)]
    [InlineData("sobol", 2)]
    public async Task A_kernel_that_is_killed_twenty_times_comes_to_what_it_comes_to_undisturbed(string sampler, int workers)
    {
        SlowTests.SkipUnlessAsked();
        var undisturbed = await calm.Of(sampler);
        CalmSearches.Write(_notebook, sampler, workers == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"--parallel {workers} --threads 1"));
        var moments = new Random(20261122);
        for (var i = 0; i < Kills; i++) await StartAndKillAsync(moments.Next(1, 60));
        var (code, text) = await _notebook.RunAsync();
        Assert.True(code == 0, text);

        Assert.Equal(undisturbed.Results, _notebook.Results());
        var takeUps = _notebook.Trials().Sum(run => run.Attempts - 1);
        var (inFlight, twice) = (Math.Max(1, workers), CalmSearches.CountBatches(_notebook) - undisturbed.Batches);
        TestContext.Current.TestOutputHelper?.WriteLine($"{takeUps} trials taken up, {twice} of {undisturbed.Batches} batches trained twice");
        Assert.True(takeUps >= Kills / 2, $"Only {takeUps} trials were taken up.");
        // Of each trial under way no more than the epoch that the kill struck.
        Assert.InRange(twice, 0, Kills * inFlight * CalmSearches.BatchesPerEpoch);
    }

    /// <summary>Lets it train some epochs and kills it by SIGKILL, wherever it is then.</summary>
    private async Task StartAndKillAsync(int moreEpochs)
    {
        using var process = _notebook.Start();
        // Of 2,400 epochs 20 kills see 600 on the average, and on a quick machine as many again between two looks.
        var epochs = _notebook.CountEpochs() + moreEpochs;
        await _notebook.UntilAsync(_ => process.HasExited || _notebook.CountEpochs() >= epochs);
        Assert.False(process.HasExited, "It ended before the kill.");
        process.Kill();
        // Workers see that nobody listens to them any more, and put their trials aside.
        await _notebook.UntilAsync(trials => trials.All(run => run.Status != RunStatus.Running));
    }
}
