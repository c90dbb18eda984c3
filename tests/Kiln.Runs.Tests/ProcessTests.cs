using System.Diagnostics;
using System.Runtime.Versioning;

namespace Kiln.Runs.Tests;

/// <summary>Several processes on one store, and processes that die.</summary>
[SupportedOSPlatform("linux")]
public sealed class ProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_process_killed_while_it_writes_loses_nothing_that_was_committed()
    {
        for (var round = 0; round < 10; round++)
        {
            using var writer = StoreWriter.Start(_folder.Path, "endless-epochs", $"round {round}");
            var id = writer.StandardOutput.ReadLine()!;
            // Where the kill falls differs with the round: after 30, 67, 104, … epochs, in the midst of a write or between two.
            var read = 30 + (37 * round);
            for (var i = 0; i < read; i++)
                writer.StandardOutput.ReadLine();
            writer.Kill();
            var committed = LastNumber(writer, read);
            writer.WaitForExit();

            using var store = RunStore.Open(_folder.Path);
            var epochs = store.Epochs(id);
            Assert.InRange(epochs.Count, committed, committed + 1);
            Assert.Equal(Enumerable.Range(1, epochs.Count), epochs.Select(epoch => epoch.Epoch));
            Assert.All(epochs, epoch => Assert.Equal(1.0 / epoch.Epoch, epoch.Metrics["val_loss"]));
            Assert.Equal(round + 1, store.List().Count);
        }
    }

    [Fact]
    public void The_run_of_a_killed_process_is_read_as_stopped_and_can_be_taken_up()
    {
        using var store = RunStore.Open(_folder.Path);
        using var writer = StoreWriter.Start(_folder.Path, "endless-epochs", "victim");
        var id = writer.StandardOutput.ReadLine()!;
        Assert.Equal(RunStatus.Running, store.Get(id).Status);
        writer.Kill();
        writer.WaitForExit();

        var run = store.Get(id);
        Assert.Equal((RunStatus.Stopped, RunStore.Killed), (run.Status, run.StatusReason));
        Assert.Empty(store.List(new RunFilter { Status = RunStatus.Running }));
        Assert.Single(store.List(new RunFilter { Status = RunStatus.Stopped }));
        Assert.True(store.Reopen(id, afterEpoch: 0));
        run = store.Get(id);
        Assert.Equal((RunStatus.Running, Environment.ProcessId, 2), (run.Status, run.ProcessId, run.Attempts));
    }

    [Fact]
    public void Four_processes_that_open_a_new_store_and_write_at_once_lose_nothing()
    {
        var writers = Enumerable.Range(0, 4).Select(i => StoreWriter.Start(_folder.Path, "fifty-runs", $"writer-{i}")).ToList();
        foreach (var writer in writers)
        {
            var output = writer.StandardOutput.ReadToEnd();
            writer.WaitForExit();
            Assert.True(writer.ExitCode == 0, output);
            writer.Dispose();
        }
        using var store = RunStore.Open(_folder.Path);
        var runs = store.List();
        Assert.Equal(200, runs.Select(run => run.Id).Distinct().Count());
        Assert.Equal(200, runs.Select(run => run.Name).Distinct().Count());
        Assert.All(runs, run => Assert.Equal(RunStatus.Finished, run.Status));
        Assert.All(runs, run => Assert.Equal(3, store.Epochs(run.Id).Count));
    }

    [Fact]
    public void A_disk_that_takes_no_more_is_reported_and_what_was_recorded_is_kept()
    {
        // A limit on the size of files stands for the full disk: the write fails in the middle, as it does there.
        // The runtime's double mapping of code needs a large file too, so it is switched off.
        string[] limited = ["/bin/bash", "-c", "export DOTNET_EnableWriteXorExecute=0; trap '' XFSZ; ulimit -f 400; exec \"$@\"", "limited"];
        using var writer = StoreWriter.Start(_folder.Path, "endless-epochs", "big", limited);
        var lines = writer.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        writer.WaitForExit();
        Assert.Equal(1, writer.ExitCode);
        Assert.Contains("has space", lines[^1]);

        using var store = RunStore.Open(_folder.Path);
        Assert.Equal(int.Parse(lines[^2]), store.Epochs(lines[0]).Count);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_reported_with_its_path()
    {
        var folder = Path.Combine(_folder.Path, "locked");
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        AssertRefused(folder, Path.Combine(folder, "runs.db"));
    }

    [Fact]
    public void A_store_that_cannot_be_written_is_reported_with_its_path()
    {
        RunStore.Open(_folder.Path).Dispose();
        File.SetUnixFileMode(_folder.Database, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        AssertRefused(_folder.Path, _folder.Database);
    }

    /// <summary>As a user to whom permissions apply; root may write anywhere.</summary>
    private void AssertRefused(string folder, string file)
    {
        string[]? wrapper = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : null;
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b101_101_101 | UnixFileMode.UserWrite);
        using var writer = StoreWriter.Start(folder, "fifty-runs", "x", wrapper);
        var output = writer.StandardOutput.ReadToEnd();
        writer.WaitForExit();
        Assert.Equal(1, writer.ExitCode);
        Assert.Contains(file, output);
        Assert.Contains("KILN_HOME", output);
    }

    private static int LastNumber(Process writer, int last)
    {
        // The last line may be cut off by the kill; only whole lines count.
        var lines = writer.StandardOutput.ReadToEnd().Split('\n')[..^1];
        foreach (var line in lines)
            last = int.Parse(line);
        return last;
    }
}
