using Kiln.Runs;
using Microsoft.Data.Sqlite;
using static Kiln.Tests.OutageRun;

namespace Kiln.Tests;

/// <summary>A store in a file that fails while a training runs: training goes on, the user is told once, nothing is lost or doubled.</summary>
[Collection("lab")]
public sealed class FailingFileStoreTests : IDisposable
{
    private readonly SmallDisk _disk = new(64);
    private readonly LabFixture _lab;

    public FailingFileStoreTests()
    {
        _lab = new LabFixture(Path.Combine(_disk.Folder, ".kiln"), new HurriedTime());
        LabFixture.Define("mlp", 8);
    }

    private string Database => Path.Combine(_lab.Folder, "runs.db");

    public void Dispose()
    {
        _lab.Dispose();
        _disk.Dispose();
    }

    [Fact]
    public async Task A_disk_that_was_full_for_a_while_costs_no_epoch()
    {
        var run = await Train(new Outage(_disk.Fill, _disk.Free));
        AssertToldOnce(run, "Free some space", "The store works again");
        AssertWhole(run);
        Assert.Equal(RunStatus.Stopped, Lab.Runs.Get(run.Id).Status);
    }

    [Fact]
    public async Task A_disk_that_stays_full_leaves_the_run_in_a_journal_that_the_next_opening_takes_in()
    {
        var run = await Train(new Outage(_disk.Fill, null));
        AssertToldOnce(run, "Free some space", "is kept in");
        _disk.Free();
        _lab.Reopen();
        AssertWhole(run);
        Assert.Equal(("enough", RunStatus.Stopped), (Lab.Runs.Get(run.Id).StatusReason, Lab.Runs.Get(run.Id).Status));
    }

    [Fact]
    public async Task Of_a_store_that_is_damaged_under_way_the_journal_has_the_whole_run()
    {
        var run = await Train(new Outage(Damage, null));
        AssertToldOnce(run, "is damaged or not a run store", "Move it away to begin a new store");
        // As the remark says.
        _lab.Workspace.Dispose();
        foreach (var file in Directory.GetFiles(_lab.Folder, "runs.db*")) File.Move(file, file.Replace("runs.db", "broken.db"));
        _lab.Reopen();
        AssertWhole(run);
    }

    [Fact]
    public async Task A_store_that_is_deleted_under_way_comes_back_with_the_whole_run()
    {
        var run = await Train(new Outage(() => Directory.Delete(_lab.Folder, recursive: true), null));
        AssertToldOnce(run, "was removed while it was in use", "Restart the program");
        _lab.Reopen();
        AssertWhole(run);
    }

    [Fact]
    public async Task A_store_that_another_program_locks_for_long_takes_everything_later()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("KILN_SLOW_TESTS") == "1", "slow: run ./test.sh --all");
        SqliteConnection? other = null;
        var run = await Train(new Outage(() => other = Lock(), () => other!.Dispose()));
        AssertToldOnce(run, "stayed locked by another process", "End the program that holds it");
        AssertWhole(run);
    }

    private SqliteConnection Lock()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        command.ExecuteNonQuery();
        return connection;
    }

    private void Damage()
    {
        // Its log and the log's index too: what SQLite knows of a file it does not read again.
        foreach (var path in Directory.GetFiles(_lab.Folder, "runs.db*"))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            file.Write(new byte[file.Length]);
        }
    }
}
