using System.Collections.Immutable;

namespace Kiln.Runs.Tests;

/// <summary>What a store could not take is kept beside it and taken in later.</summary>
public sealed class JournalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Epochs_and_end_that_were_kept_beside_the_store_are_taken_in_when_it_is_opened()
    {
        RunRecord run;
        using (var store = RunStore.Open(_folder.Path))
        {
            run = store.Create(new RunRecord { Id = store.NewId(), Name = "net" });
            store.AppendEpoch(run.Id, Epoch(1, 0.5));
            var file = store.Journal(run, [Epoch(2, 0.4)]);
            Assert.StartsWith(_folder.Path, file, StringComparison.Ordinal);
            store.JournalEnd(run with { Status = RunStatus.Finished, Metrics = Epoch(2, 0.4).Metrics, BestEpoch = 2 }, [Epoch(3, 0.45)]);
        }
        using var later = RunStore.Open(_folder.Path);
        Assert.Equal([1, 2, 3], later.Epochs(run.Id).Select(epoch => epoch.Epoch));
        var read = later.Get(run.Id);
        Assert.Equal((RunStatus.Finished, 2, 0.4), (read.Status, read.BestEpoch, read.Metrics["val_loss"]));
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder.Path, "journal")));
    }

    [Fact]
    public void A_run_that_its_process_still_writes_is_left_alone()
    {
        using var store = RunStore.Open(_folder.Path);
        var run = store.Create(new RunRecord { Id = store.NewId(), Name = "net" });
        store.Journal(run, [Epoch(1, 0.5)]);
        using (var other = RunStore.Open(_folder.Path))
            Assert.Empty(other.Epochs(run.Id));
        store.DiscardJournal(run.Id);
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder.Path, "journal")));
    }

    [Fact]
    public void The_run_of_a_dead_process_is_taken_in_without_its_torn_last_line()
    {
        using (var store = RunStore.Open(_folder.Path))
        {
            var run = new RunRecord { Id = "dead", Name = "net", Host = Environment.MachineName, ProcessId = 999_999_999, ProcessStart = "long ago" };
            var file = store.Journal(run, [Epoch(1, 0.5), Epoch(2, 0.4)]);
            File.WriteAllText(file, File.ReadAllText(file)[..^20]);
        }
        // Also into a new store: the old one may have been damaged beyond use.
        File.Delete(_folder.Database);
        using var later = RunStore.Open(_folder.Path);
        Assert.Equal(RunStatus.Stopped, later.Get("dead").Status);
        Assert.Equal([1], later.Epochs("dead").Select(epoch => epoch.Epoch));
    }

    [Fact]
    public void Where_nothing_can_be_written_beside_the_store_the_temporary_folder_takes_it()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "journal"), "in the way");
        using var store = RunStore.Open(_folder.Path);
        var run = store.Create(new RunRecord { Id = store.NewId(), Name = "net" });
        var file = store.JournalEnd(run with { Status = RunStatus.Finished }, [Epoch(1, 0.5)]);
        Assert.StartsWith(Path.GetTempPath() + "kiln-journal-", file, StringComparison.Ordinal);
        using var later = RunStore.Open(_folder.Path);
        Assert.Single(later.Epochs(run.Id));
        Assert.False(Directory.Exists(Path.GetDirectoryName(file)));
    }

    private static EpochRecord Epoch(int number, double loss) =>
        new(number, TimeSpan.FromSeconds(number), ImmutableSortedDictionary<string, double>.Empty.Add("val_loss", loss));
}
