using System.Collections.Immutable;

namespace Kiln.Runs.Tests;

/// <summary>Tags, notes, removal, groups, tables and files of runs, on every database.</summary>
public abstract class RunChangeContract : IDisposable
{
    private readonly IStorePlace _place;
    private readonly RunStore _store;
    private readonly FixedTime _time = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    private protected RunChangeContract(IStorePlace place)
    {
        _place = place;
        _store = place.Open(_time);
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _store.Dispose();
        _place.Dispose();
    }

    [Fact]
    public void Tags_are_added_once_and_taken_off()
    {
        var id = Add("a");
        Assert.Equal(["x", "y"], _store.Tag(id, "x", "y", "x"));
        Assert.Single(_store.List(new RunFilter { Tag = "y" }));
        Assert.Equal(["x"], _store.Untag(id, "y", "z"));
        Assert.Empty(_store.List(new RunFilter { Where = "tag=y" }));
        Assert.Equal(["x"], _store.Get(id).Tags);
    }

    [Fact]
    public void A_note_is_set_and_taken_away()
    {
        var id = Add("a");
        _store.Note(id, "too slow");
        Assert.Equal("too slow", _store.Get(id).Notes);
        _store.Note(id, "");
        Assert.Null(_store.Get(id).Notes);
        Assert.Throws<RunNotFoundException>(() => _store.Note("nosuch", "x"));
    }

    [Fact]
    public void A_removed_run_is_in_no_list_and_can_be_brought_back()
    {
        var (a, b) = (Add("a"), Add("b"));
        _store.Remove(a);
        _time.Now = _time.Now.AddSeconds(1);
        _store.Remove(b);
        Assert.Empty(_store.List());
        Assert.Null(_store.Find("a"));
        Assert.Equal([b], _store.Restore().Select(run => run.Id));
        Assert.Equal([b], _store.List().Select(run => run.Id));
        _store.Restore(a);
        Assert.Equal(2, _store.Count());
    }

    [Fact]
    public void A_run_that_is_trained_is_not_removed()
    {
        var id = _store.Create(new RunRecord { Id = _store.NewId(), Name = "lives" }).Id;
        Assert.Contains($"#!runs stop {id}", Assert.Throws<ArgumentException>(() => _store.Remove(id)).Message);
        Assert.Equal(1, _store.Count());
    }

    [Fact]
    public void After_a_vacuum_removed_runs_are_gone_with_their_files()
    {
        var (a, b) = (Add("a"), Add("b"));
        _store.Remove(a);
        Assert.Equal(1, _store.Vacuum());
        Assert.False(Directory.Exists(_store.RunFolder(a)));
        Assert.True(Directory.Exists(_store.RunFolder(b)));
        Assert.Throws<RunNotFoundException>(() => _store.Get(a));
        Assert.Empty(_store.Epochs(a));
    }

    [Fact]
    public void Runs_are_grouped_with_mean_deviation_and_number()
    {
        Add("a", 0.5, "net");
        Add("b", 0.7, "net");
        Add("c", 0.9, "wide");
        var groups = _store.Group("model", "val_accuracy", new RunFilter { Sort = "name" });
        Assert.Equal(["net", "wide"], groups.Select(group => group.Key));
        Assert.Equal((2, 0.6), (groups[0].Count, Math.Round(groups[0].Mean, 12)));
        Assert.Equal(Math.Sqrt(0.02), groups[0].Deviation!.Value, 1e-12);
        Assert.Equal(["net, 0.01", "wide, 0.01"], _store.Group("model,lr", "max.val_accuracy", new RunFilter { Sort = "name" }).Select(group => group.Key));
        Assert.Contains("Did you mean model", Assert.Throws<RunFilterException>(() => _store.Group("modle", "val_accuracy")).Message);
    }

    [Fact]
    public void A_query_gives_records_and_a_table()
    {
        Add("a", 0.5, "net");
        Add("b", 0.7, "net");
        var result = _store.Query(new RunFilter { Sort = "-val_accuracy", Limit = 1 }, ["name", "val_accuracy", "last.val_accuracy", "lr", "seed", "test_accuracy".Replace("test", "val")]);
        Assert.Equal((2, "b"), (result.Total, Assert.Single(result.Runs).Name));
        Assert.Equal(["b", 0.7, 0.7, "0.01", 0.0], Assert.Single(result.Table.Rows.Cast<System.Data.DataRow>()).ItemArray);
        Assert.Equal(2, _store.Query("val_accuracy>.1").Table.Rows.Count);
        Assert.Contains("Did you mean val_accuracy", Assert.Throws<RunFilterException>(() => _store.Query(null, ["val_acuracy"])).Message);
    }

    [Fact]
    public void A_file_of_lines_brings_runs_with_their_epochs_into_another_store()
    {
        var id = Add("a", 0.5);
        _store.Note(id, "kept, \"too\"");
        _store.Finish(id, RunStatus.Finished, null, new Dictionary<string, double> { ["test_accuracy"] = double.NaN }, 1);
        var file = Path.Combine(_place.Folder, "out.jsonl");
        Assert.Equal(1, _store.Export(file));
        Assert.Empty(_store.Import(file));
        using var other = new SqlitePlace();
        using var copy = ((IStorePlace)other).Open();
        Assert.Equal([id], copy.Import(file).Select(run => run.Id));
        var (before, after) = (_store.Get(id), copy.Get(id));
        Assert.Equal(before with { Metrics = after.Metrics, Tags = after.Tags, Parameters = after.Parameters, Hyperparameters = after.Hyperparameters }, after);
        Assert.Equal(before.Metrics, after.Metrics);
        Assert.Equal(0.5, Assert.Single(copy.Epochs(id)).Metrics["val_accuracy"]);
    }

    [Fact]
    public void A_table_file_has_a_column_for_each_parameter_and_metric()
    {
        _store.Note(Add("a", 0.5), "one, \"two\"");
        var file = Path.Combine(_place.Folder, "out.csv");
        Assert.Equal(1, _store.Export(file));
        var lines = File.ReadAllLines(file);
        Assert.Equal("id,name,model,data,seed,status,group,tag,started,ended,best_epoch,notes,param_lr,val_accuracy", lines[0]);
        Assert.EndsWith(",\"one, \"\"two\"\"\",0.01,0.5", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_export_is_refused_with_its_line()
    {
        var file = Path.Combine(_place.Folder, "in.jsonl");
        File.WriteAllText(file, """{"id":"a","name":"x"}""" + "\n{\"id\":\"../up\",\"name\":\"x\"}\n");
        Assert.Contains($"Line 2 of {file} is no run", Assert.Throws<ArgumentException>(() => _store.Import(file)).Message);
        Assert.Equal(0, _store.Count());
        Assert.Contains(".csv or .jsonl", Assert.Throws<ArgumentException>(() => _store.Export("runs.xls")).Message);
    }

    private string Add(string name, double? accuracy = null, string model = "")
    {
        var run = _store.Create(new RunRecord { Id = _store.NewId(), Name = name, ModelName = model, OptionsJson = """{"Lr":0.01,"Names":[1]}""", Status = RunStatus.Stopped });
        if (accuracy is { } value)
            _store.AppendEpoch(run.Id, new EpochRecord(1, TimeSpan.FromSeconds(1), ImmutableSortedDictionary<string, double>.Empty.Add("val_accuracy", value), IsBest: true));
        return run.Id;
    }
}

public sealed class RunChangeOnSqliteTests() : RunChangeContract(new SqlitePlace());

public sealed class RunChangeOnPostgresTests(PostgresServer server) : RunChangeContract(server.NewPlace());
