namespace Kiln.Runs.Tests;

/// <summary>Processes that write at once, and that are killed, on every database.</summary>
public abstract class ManyProcessesContract : IDisposable
{
    private readonly IStorePlace _place;

    private protected ManyProcessesContract(IStorePlace place) => _place = place;

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _place.Dispose();
    }

    [Fact]
    public void Three_processes_that_make_the_store_and_write_at_once_lose_nothing() => WriteAtOnce(3, "six-runs", 6);

    [Fact]
    public void Eight_processes_that_write_two_hundred_runs_each_lose_nothing()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("KILN_SLOW_TESTS") == "1", "slow: run ./test.sh --all");
        WriteAtOnce(8, "two-hundred-runs", 200);
    }

    [Fact]
    public void Of_fifty_processes_killed_while_they_write_no_acknowledged_epoch_is_lost()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("KILN_SLOW_TESTS") == "1", "slow: run ./test.sh --all");
        Kill(50);
    }

    [Fact]
    public void A_process_killed_while_it_writes_loses_no_acknowledged_epoch() => Kill(2);

    private void WriteAtOnce(int processes, string what, int each)
    {
        var writers = Enumerable.Range(0, processes).Select(i => StoreWriter.Start(_place.Folder, what, $"writer-{i}", address: _place.Address)).ToList();
        var outputs = writers.ConvertAll(writer => writer.StandardOutput.ReadToEndAsync());
        for (var i = 0; i < processes; i++)
        {
            writers[i].WaitForExit();
            Assert.True(writers[i].ExitCode == 0, outputs[i].GetAwaiter().GetResult());
            writers[i].Dispose();
        }
        using var store = _place.Open();
        var runs = store.List(new RunFilter { Status = RunStatus.Finished });
        Assert.Equal(processes * each, runs.Select(run => run.Id).Distinct().Count());
        Assert.Equal(processes * each, runs.Select(run => run.Name).Distinct().Count());
        Assert.All(runs, run => Assert.Equal((3, 3), (store.Epochs(run.Id).Count, store.Steps(run.Id).Points.Length)));
    }

    private void Kill(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            using var writer = StoreWriter.Start(_place.Folder, "endless-epochs", $"round {round}", address: _place.Address);
            var id = writer.StandardOutput.ReadLine()!;
            for (var i = 0; i < 10 + (7 * round); i++)
                writer.StandardOutput.ReadLine();
            writer.Kill();
            var lines = writer.StandardOutput.ReadToEnd().Split('\n')[..^1];
            writer.WaitForExit();
            var acknowledged = lines.Length > 0 ? int.Parse(lines[^1]) : 10 + (7 * round);

            using var store = _place.Open();
            // A server may still be committing what the killed process sent last.
            var epochs = store.Epochs(id);
            Assert.InRange(epochs.Count, acknowledged, acknowledged + 1);
            Assert.Equal(epochs.Count, store.Steps(id).Points.Sum(point => point.Count));
            Assert.Equal(1.0 / epochs.Count, store.Query($"name='round {round}'").Runs.Single().Metrics["val_loss"]);
        }
    }
}

public sealed class ManyProcessesOnSqliteTests() : ManyProcessesContract(new SqlitePlace());

public sealed class ManyProcessesOnPostgresTests(PostgresServer server) : ManyProcessesContract(server.NewPlace());
