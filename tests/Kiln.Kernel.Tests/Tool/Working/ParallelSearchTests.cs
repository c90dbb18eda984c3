using System.Diagnostics;
using System.Globalization;
using Kiln.Runs;

namespace Kiln.Kernel.Tests;

/// <summary><c>#!search --parallel</c> with real worker processes.</summary>
public sealed class ParallelSearchTests : IDisposable
{
    private readonly SearchNotebook _notebook = new();

    public void Dispose() => _notebook.Dispose();

    [Fact]
    public async Task Trials_that_throw_hang_eat_memory_or_are_killed_leave_their_reasons_and_the_others_finish()
    {
        _notebook.Write("k", "#!search grid net --epochs 1 --parallel 2 --memory 1500MB --stall 5 --max-failures 99 --space \"k={0,1,2,3,4,5,6}\"");
        var (code, text) = await _notebook.RunAsync();
        Assert.True(code == 0, text);
        AssertReasons(_notebook.Trials(), [1, 1, 1, 1, 1]);
    }

    [Fact]
    public async Task Of_a_hundred_trials_of_which_twenty_one_go_wrong_seventy_nine_finish()
    {
        SlowTests.SkipUnlessAsked();
        // 10 throw, 5 give NaN, 3 hang, 2 are killed, 1 eats memory.
        const string trouble = "k % 10 == 3 ? 1 : k % 20 == 5 ? 2 : k is 12 or 47 or 81 ? 3 : k is 31 or 66 ? 4 : k == 58 ? 5 : 0";
        var all = string.Join(',', Enumerable.Range(0, 100).Select(k => k.ToString(CultureInfo.InvariantCulture)));
        _notebook.Write(trouble, $"#!search grid net --trials 100 --epochs 1 --parallel 2 --memory 1500MB --stall 5 --max-failures 99 --space \"k={{{all}}}\"");
        var (code, text) = await _notebook.RunAsync();
        Assert.True(code == 0, text);
        Assert.Equal(79, _notebook.Trials().Count(run => run.Status == RunStatus.Finished));
        AssertReasons(_notebook.Trials(), [10, 5, 3, 2, 1]);
    }

    [Theory]
    [InlineData("grid", "lr={0.001,0.003,0.01,0.03} width={8,16}")]
    [InlineData("random", "lr=log(1e-3,1e-1) width=8..32")]
    [InlineData("sobol", "lr=log(1e-3,1e-1) width=8..32")]
    [InlineData("pbt", "lr=log(1e-3,1e-1) width=16", "--population 4")]
    public async Task Results_do_not_depend_on_the_number_of_workers(string sampler, string space, string options = "")
    {
        SlowTests.SkipUnlessAsked();
        var alone = await ResultsOf(sampler, space, options);
        Assert.Equal(8, alone.Count);
        for (var workers = 1; workers <= 3; workers++)
            Assert.Equal(alone, await ResultsOf(sampler, space, string.Create(CultureInfo.InvariantCulture, $"{options} --parallel {workers} --threads 1")));
    }

    [Fact]
    public async Task An_interrupt_puts_the_trials_aside_and_the_same_command_goes_on_with_them()
    {
        SlowTests.SkipUnlessAsked();
        WriteLong();
        using (var process = _notebook.Start())
        {
            await UntilTwoTrain();
            Signal("-INT", process.Id);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(SearchNotebook.Patience);
            Assert.Equal(130, process.ExitCode);
        }
        // One may have finished in the same moment.
        Assert.Contains(_notebook.Trials(), run => run.Status == RunStatus.Stopped);
        Assert.All(_notebook.Trials().Where(run => run.Status != RunStatus.Finished), run => Assert.Equal((RunStatus.Stopped, "interrupted"), (run.Status, run.StatusReason)));
        await Succeed(_notebook);
        Assert.All(_notebook.Trials(), run => Assert.Equal(RunStatus.Finished, run.Status));
    }

    private static void AssertReasons(IReadOnlyList<RunRecord> trials, int[] counts)
    {
        string[] words = ["broken on purpose", "NaN", "no progress for", "killed by signal 9 (out of memory?), at attempt 2", "allocate memory"];
        var failed = trials.Where(run => run.Status == RunStatus.Failed).ToList();
        Assert.Equal(counts, words.Select(word => failed.Count(run => run.StatusReason!.Contains(word, StringComparison.Ordinal))));
        Assert.Equal(counts.Sum(), failed.Count);
        Assert.All(trials.Except(failed), run => Assert.Equal((RunStatus.Finished, null), (run.Status, run.StatusReason)));
    }

    private static async Task<IReadOnlyList<string>> ResultsOf(string sampler, string space, string options)
    {
        using var notebook = new SearchNotebook();
        notebook.WriteCells(
            "#!data digits --limit 300",
            "#!model net\nFlatten(), Linear(hp.Int(\"width\", 8, 32)), ReLU(), Dropout(0.1), Linear(classes)",
            $"#!search {sampler} net --trials 8 --epochs 2 {options} --space \"{space}\"");
        await Succeed(notebook);
        return notebook.Results();
    }

    private void WriteLong() => _notebook.WriteCells(
        "#!data digits",
        "#!model net\nFlatten(), Linear(256), ReLU(), Linear(classes)",
        "#!search random net --trials 2 --epochs 120 --parallel 2 --threads 1 --space \"lr=log(1e-3,1e-1)\"");

    private static async Task Succeed(SearchNotebook notebook)
    {
        var (code, text) = await notebook.RunAsync();
        Assert.True(code == 0, text);
    }

    private Task UntilTwoTrain() => _notebook.UntilAsync(trials => trials.Count(run => run.Status == RunStatus.Running && run.Metrics.Count > 0) == 2);

    private static void Signal(string signal, int process)
    {
        using var kill = Process.Start("kill", [signal, process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
