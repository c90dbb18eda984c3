using Kiln.Runs;

namespace Kiln.Kernel.Tests;

/// <summary><c>#!search --executor slurm</c> on a Slurm of this machine.</summary>
public sealed class SlurmTests : IDisposable
{
    private readonly SearchNotebook _notebook = new();

    public void Dispose() => _notebook.Dispose();

    [Fact]
    public async Task A_study_of_two_workers_finishes_when_one_is_killed_in_between()
    {
        SlowTests.SkipUnlessAsked();
        using var cluster = await SlurmCluster.StartAsync();
        _notebook.Environment["SLURM_CONF"] = cluster.Configuration;
        Write("--parallel 2");
        using var process = _notebook.Start();
        await _notebook.UntilAsync(trials => trials.Count(run => run.Status == RunStatus.Running && run.Metrics.Count > 0) == 2);
        // The task as a whole, its shell too: nobody starts the worker again.
        await cluster.RunAsync("scancel", "--signal=KILL", "--full", "1_1");
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(SearchNotebook.Patience);
        var trials = _notebook.Trials();
        Assert.True(process.ExitCode == 0, await _notebook.TextAsync());
        Assert.Equal(6, trials.Count);
        Assert.All(trials, run => Assert.Equal((RunStatus.Finished, null), (run.Status, run.StatusReason)));
        Assert.Equal(2, trials.Max(run => run.Attempts));
    }

    [Fact]
    public async Task A_trial_that_crashes_its_worker_is_a_row_with_the_signal_and_the_others_finish()
    {
        SlowTests.SkipUnlessAsked();
        using var cluster = await SlurmCluster.StartAsync();
        _notebook.Environment["SLURM_CONF"] = cluster.Configuration;
        _notebook.Write("k == 1 ? 4 : 0", "#!search grid net --epochs 1 --executor slurm --parallel 2 --space \"k={0,1,2,3}\"");
        var (code, text) = await _notebook.RunAsync();
        Assert.True(code == 0, text);
        Assert.Equal(["", "killed by signal 9 (out of memory?), at attempt 2", "", ""], _notebook.Trials().Select(run => run.StatusReason ?? ""));
    }

    [Fact]
    public async Task Where_there_is_no_Slurm_that_is_said_with_what_else_to_do()
    {
        SlowTests.SkipUnlessAsked();
        _notebook.Environment["PATH"] = "/nowhere";
        Write("--parallel 2");
        var (code, text) = await _notebook.RunAsync();
        Assert.Equal(1, code);
        Assert.Contains("--executor slurm: sbatch could not be run", text);
        Assert.Contains("kiln worker -h", text);
    }

    private void Write(string options) => _notebook.WriteCells(
        "#!data digits",
        "#!model net\nFlatten(), Linear(128), ReLU(), Linear(classes)",
        $"#!search random net --trials 6 --epochs 25 --executor slurm {options} --space \"lr=log(1e-3,1e-1)\"");
}
