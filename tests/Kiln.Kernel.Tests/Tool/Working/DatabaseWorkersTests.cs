using System.Diagnostics;
using Kiln.Runs;
using Kiln.Runs.Tests;

namespace Kiln.Kernel.Tests;

/// <summary>Workers that share a PostgreSQL database, as those of several machines do.</summary>
public sealed class DatabaseWorkersTests : IDisposable
{
    private readonly PostgresServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_study_in_a_database_loses_nothing_when_one_of_two_workers_is_killed()
    {
        SlowTests.SkipUnlessAsked();
        using var calm = new SearchNotebook();
        Write(calm, "");
        await Succeed(calm.Start(), calm);

        using var notebook = new SearchNotebook { Database = _server.NewSchema() };
        Write(notebook, "--parallel 2 --threads 1");
        var search = notebook.Start();
        await notebook.UntilAsync(trials => trials.Count(run => run.Status == RunStatus.Running && run.Metrics.Count > 0) == 2);
        var lost = notebook.Trials().First(run => run.Status == RunStatus.Running);
        using (var worker = Process.GetProcessById(lost.ProcessId)) worker.Kill();
        await Succeed(search, notebook);

        Assert.False(File.Exists(Path.Combine(notebook.Store, "runs.db")), "The runs are in a file.");
        Assert.Equal(calm.Results(), notebook.Results());
        Assert.Equal(2, notebook.Trials().Max(run => run.Attempts));
    }

    private static void Write(SearchNotebook notebook, string options) => notebook.WriteCells(
        "#!data digits",
        "#!model net\nFlatten(), Linear(128), ReLU(), Dropout(0.1), Linear(classes)",
        $"#!search sobol net --trials 6 --epochs 25 {options} --space \"lr=log(1e-3,1e-1)\"");

    private static async Task Succeed(Process process, SearchNotebook notebook)
    {
        using var ended = process;
        await ended.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(SearchNotebook.Patience);
        Assert.True(ended.ExitCode == 0, await notebook.TextAsync());
    }
}
