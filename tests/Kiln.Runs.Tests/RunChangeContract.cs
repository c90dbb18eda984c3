using System.Collections.Immutable;

namespace Kiln.Runs.Tests;

/// <summary>Tags, notes, removal, groups, tables and files of runs, on every database.</summary>
public abstract class RunChangeContract : StoreContract
{
    private protected RunChangeContract(IStorePlace place)
        : base(place)
    {
    }

    [Fact]
    public void Tags_are_added_once_and_taken_off()
    {
        var id = Add("a");
        Assert.Equal(["x", "y"], Store.Tag(id, "x", "y", "x"));
        Assert.Single(Store.List(new RunFilter { Tag = "y" }));
        Assert.Equal(["x"], Store.Untag(id, "y", "z"));
        Assert.Empty(Store.List(new RunFilter { Where = "tag=y" }));
        Assert.Equal(["x"], Store.Get(id).Tags);
    }

    [Fact]
    public void A_note_is_set_and_taken_away()
    {
        var id = Add("a");
        Store.Note(id, "too slow");
        Assert.Equal("too slow", Store.Get(id).Notes);
        Store.Note(id, "");
        Assert.Null(Store.Get(id).Notes);
        Assert.Throws<RunNotFoundException>(() => Store.Note("nosuch", "x"));
    }

    [Fact]
    public void A_removed_run_is_in_no_list_and_can_be_brought_back()
    {
        var (a, b) = (Add("a"), Add("b"));
        Store.Remove(a);
        Time.Now = Time.Now.AddSeconds(1);
        Store.Remove(b);
        Assert.Empty(Store.List());
        Assert.Null(Store.Find("a"));
        Assert.Equal([b], Store.Restore().Select(run => run.Id));
        Assert.Equal([b], Store.List().Select(run => run.Id));
        Store.Restore(a);
        Assert.Equal(2, Store.Count());
    }

    [Fact]
    public void A_run_that_is_trained_is_not_removed()
    {
        var id = Store.Create(new RunRecord { Id = Store.NewId(), Name = "lives" }).Id;
        Assert.Contains($"#!runs stop {id}", Assert.Throws<ArgumentException>(() => Store.Remove(id)).Message);
        Assert.Equal(1, Store.Count());
    }

    [Fact]
    public void After_a_vacuum_removed_runs_are_gone_with_their_files()
    {
        var (a, b) = (Add("a"), Add("b"));
        Store.Remove(a);
        Assert.Equal(1, Store.Vacuum());
        Assert.False(Directory.Exists(Store.RunFolder(a)));
        Assert.True(Directory.Exists(Store.RunFolder(b)));
        Assert.Throws<RunNotFoundException>(() => Store.Get(a));
        Assert.Empty(Store.Epochs(a));
    }

    [Fact]
    public void Runs_are_grouped_with_mean_deviation_and_number()
    {
        Add("a", 0.5, "net");
        Add("b", 0.7, "net");
        Add("c", 0.9, "wide");
        var groups = Store.Group("model", "val_accuracy", new RunFilter { Sort = "name" });
        Assert.Equal(["net", "wide"], groups.Select(group => group.Key));
        Assert.Equal((2, 0.6), (groups[0].Count, Math.Round(groups[0].Mean, 12)));
        Assert.Equal(Math.Sqrt(0.02), groups[0].Deviation!.Value, 1e-12);
        Assert.Equal(["net, 0.01", "wide, 0.01"], Store.Group("model,lr", "max.val_accuracy", new RunFilter { Sort = "name" }).Select(group => group.Key));
        Assert.Contains("Did you mean model", Assert.Throws<RunFilterException>(() => Store.Group("modle", "val_accuracy")).Message);
    }

    [Fact]
    public void A_query_gives_records_and_a_table()
    {
        Add("a", 0.5, "net");
        Add("b", 0.7, "net");
        var result = Store.Query(new RunFilter { Sort = "-val_accuracy", Limit = 1 }, ["name", "val_accuracy", "last.val_accuracy", "lr", "seed", "test_accuracy".Replace("test", "val")]);
        Assert.Equal((2, "b"), (result.Total, Assert.Single(result.Runs).Name));
        Assert.Equal(["b", 0.7, 0.7, "0.01", 0.0], Assert.Single(result.Table.Rows.Cast<System.Data.DataRow>()).ItemArray);
        Assert.Equal(2, Store.Query("val_accuracy>.1").Table.Rows.Count);
        Assert.Contains("Did you mean val_accuracy", Assert.Throws<RunFilterException>(() => Store.Query(null, ["val_acuracy"])).Message);
    }

    [Fact]
    public void A_file_of_lines_brings_runs_with_their_epochs_into_another_store()
    {
        var id = Add("a", 0.5);
        Store.Note(id, "kept, \"too\"");
        Store.Finish(id, RunStatus.Finished, null, new Dictionary<string, double> { ["test_accuracy"] = double.NaN }, 1);
        var file = Path.Combine(Place.Folder, "out.jsonl");
        Assert.Equal(1, Store.Export(file));
        Assert.Empty(Store.Import(file));
        using var other = new SqlitePlace();
        using var copy = ((IStorePlace)other).Open();
        Assert.Equal([id], copy.Import(file).Select(run => run.Id));
        var (before, after) = (Store.Get(id), copy.Get(id));
        Assert.Equal(before with { Metrics = after.Metrics, Tags = after.Tags, Parameters = after.Parameters, Hyperparameters = after.Hyperparameters }, after);
        Assert.Equal(before.Metrics, after.Metrics);
        Assert.Equal(0.5, Assert.Single(copy.Epochs(id)).Metrics["val_accuracy"]);
    }

    [Fact]
    public void A_table_file_has_a_column_for_each_parameter_and_metric()
    {
        Store.Note(Add("a", 0.5), "one, \"two\"");
        var file = Path.Combine(Place.Folder, "out.csv");
        Assert.Equal(1, Store.Export(file));
        var lines = File.ReadAllLines(file);
        Assert.Equal("id,name,model,data,seed,status,group,tag,started,ended,best_epoch,notes,param_lr,val_accuracy", lines[0]);
        Assert.EndsWith(",\"one, \"\"two\"\"\",0.01,0.5", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_export_is_refused_with_its_line()
    {
        var file = Path.Combine(Place.Folder, "in.jsonl");
        File.WriteAllText(file, """{"id":"a","name":"x"}""" + "\n{\"id\":\"../up\",\"name\":\"x\"}\n");
        Assert.Contains($"Line 2 of {file} is no run", Assert.Throws<ArgumentException>(() => Store.Import(file)).Message);
        Assert.Equal(0, Store.Count());
        Assert.Contains(".csv or .jsonl", Assert.Throws<ArgumentException>(() => Store.Export("runs.xls")).Message);
    }

    private string Add(string name, double? accuracy = null, string model = "")
    {
        var run = Store.Create(new RunRecord { Id = Store.NewId(), Name = name, ModelName = model, OptionsJson = """{"Lr":0.01,"Names":[1]}""", Status = RunStatus.Stopped });
        if (accuracy is { } value)
            Store.AppendEpoch(run.Id, new EpochRecord(1, TimeSpan.FromSeconds(1), ImmutableSortedDictionary<string, double>.Empty.Add("val_accuracy", value), IsBest: true));
        return run.Id;
    }
}

public sealed class RunChangeOnSqliteTests() : RunChangeContract(new SqlitePlace());

public sealed class RunChangeOnPostgresTests(PostgresServer server) : RunChangeContract(server.NewPlace());
