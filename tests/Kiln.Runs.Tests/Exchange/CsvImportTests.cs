using System.Collections.Immutable;

namespace Kiln.Runs.Tests;

/// <summary>Runs from tables.</summary>
public sealed class CsvImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RunStore _store;

    public CsvImportTests() => _store = RunStore.Open(Path.Combine(_folder.Path, ".kiln"));

    private string File => Path.Combine(_folder.Path, "runs.csv");

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_table_that_was_exported_comes_back_as_the_same_table()
    {
        var run = _store.Create(new RunRecord
        {
            Id = _store.NewId(),
            Name = "a, \"quoted\"\nname",
            ModelName = "net",
            DataName = "digits",
            Seed = 3,
            Tags = ["x", "y"],
            Notes = "tiré",
            OptionsJson = """{"Lr":0.01}""",
            Parameters = ImmutableSortedDictionary<string, string>.Empty.Add("act", "relu"),
        });
        _store.Finish(run.Id, RunStatus.Failed, null, new Dictionary<string, double> { ["val_loss"] = 1.0 / 3, ["lr"] = 1, ["huge"] = double.PositiveInfinity }, 2);
        _store.Export(File);
        using var other = RunStore.Open(Path.Combine(_folder.Path, "other"));
        var copy = Assert.Single(other.Import(File));
        Assert.Equal((run.Id, run.Name, "net", 3L, RunStatus.Failed, 2, "tiré"), (copy.Id, copy.Name, copy.ModelName, copy.Seed, copy.Status, copy.BestEpoch, copy.Notes));
        Assert.Equal(["x", "y"], copy.Tags);
        Assert.Equal(1.0 / 3, copy.Metrics["val_loss"]);
        var again = Path.Combine(_folder.Path, "again.csv");
        other.Export(again);
        Assert.Equal(System.IO.File.ReadAllText(File), System.IO.File.ReadAllText(again));
        Assert.Empty(other.Import(File));
    }

    [Fact]
    public void A_table_of_ones_own_needs_only_names_and_is_taken_in_once()
    {
        Write("name,accuracy,optimizer\nfirst,0.9,adam\n\nsecond,,sgd\r\n");
        Assert.Equal(["first", "second"], _store.Import(File).Select(run => run.Name));
        Assert.Equal((0.9, "adam"), (_store.Get("first").Metrics["accuracy"], _store.Get("first").Hyperparameters["optimizer"]));
        Assert.Equal(["first"], _store.List(new RunFilter { Where = "accuracy>0.5 and optimizer=adam" }).Select(run => run.Name));
        Assert.Empty(_store.Import(File));
    }

    [Theory]
    [InlineData("model,loss\nnet,1\n", "Line 1", "neither a column id nor name")]
    [InlineData("", "Line 1", "neither a column id nor name")]
    [InlineData("name,a,a\nx,1,2\n", "Line 1", "two columns 'a'")]
    [InlineData("name,loss\nx,1\ny,2,3\n", "Line 3", "3 cells and the first line 2")]
    [InlineData("name,status\nx,finished\n\"y\nz\",done\n", "Line 3", "'done' in column status is none of running, finished")]
    [InlineData("name,seed\nx,1.5\n", "Line 2", "'1.5' in column seed is no whole number")]
    [InlineData("name,started\nx,soon\n", "Line 2", "'soon' in column started is no time")]
    [InlineData("id,name\n../up,x\n", "Line 2", "'../up' is no id")]
    [InlineData("name,notes\nx,\"never closed\n", "Line 2", "quote that is never closed")]
    public void A_table_that_cannot_be_read_is_refused_with_its_line(string text, string line, string problem)
    {
        Write(text);
        var message = Assert.Throws<ArgumentException>(() => _store.Import(File)).Message;
        Assert.Contains(line, message);
        Assert.Contains(problem, message);
        Assert.Equal(0, _store.Count());
    }

    [Fact]
    public void A_run_that_was_running_elsewhere_does_not_run_here()
    {
        Write("name,status\nx,running\n");
        _store.Import(File);
        var run = _store.Get("x");
        Assert.Equal((RunStatus.Stopped, "it was running when it was written down"), (run.Status, run.StatusReason));
        Assert.Contains("Check the path", Assert.Throws<RunStoreException>(() => _store.Import("nowhere.csv")).Message);
    }

    private void Write(string text) => System.IO.File.WriteAllText(File, text);
}
