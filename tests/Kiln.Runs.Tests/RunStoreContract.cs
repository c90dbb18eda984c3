using System.Collections.Immutable;
using System.Text.Json;

namespace Kiln.Runs.Tests;

/// <summary>What holds of a store on every database.</summary>
public abstract class RunStoreContract : StoreContract
{
    private protected RunStoreContract(IStorePlace place)
        : base(place)
    {
    }

    [Fact]
    public void A_run_comes_back_as_it_was_written()
    {
        var run = FullRun(Store.NewId());
        Store.Create(run);
        AssertSame(run with { CreatedAt = Noon, SchemaVersion = RunStore.SchemaVersion }, Store.Get(run.Id));
    }

    [Fact]
    public void A_run_is_still_there_in_a_store_opened_later()
    {
        var run = Store.Create(FullRun(Store.NewId()));
        Store.AppendEpoch(run.Id, Epoch(1, ("val_loss", 0.5)));
        Store.Dispose();
        using var later = Place.Open();
        AssertSame(run, later.Get(run.Id));
        Assert.Equal(0.5, Assert.Single(later.Epochs(run.Id)).Metrics["val_loss"]);
    }

    [Fact]
    public void Values_that_are_not_numbers_are_kept_faithfully()
    {
        var id = NewRun("nan");
        Store.AppendEpoch(id, Epoch(1, ("a", double.NaN), ("b", double.PositiveInfinity), ("c", double.NegativeInfinity), ("d", -0.0), ("e", double.Epsilon), ("f", double.MaxValue), ("g", 0.1 + 0.2)));
        var metrics = Store.Epochs(id)[0].Metrics;
        Assert.Equal([double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, double.Epsilon, double.MaxValue, 0.1 + 0.2], metrics.Values);
        Assert.True(double.IsNegative(metrics["d"]));
    }

    [Fact]
    public void Epochs_come_back_in_order_with_all_they_had()
    {
        var id = NewRun("epochs");
        var first = new EpochRecord(1, TimeSpan.FromTicks(12345678), Metrics(("val_loss", 0.75)), IsBest: true, CheckpointWritten: true);
        Store.AppendEpoch(id, Epoch(2, ("val_loss", 0.5)));
        Store.AppendEpoch(id, first);
        var epochs = Store.Epochs(id);
        Assert.Equal([1, 2], epochs.Select(epoch => epoch.Epoch));
        Assert.Equal(first with { Metrics = epochs[0].Metrics }, epochs[0]);
        Assert.Equal(first.Metrics, epochs[0].Metrics);
    }

    [Fact]
    public void An_epoch_of_the_same_number_replaces_the_older_one()
    {
        var id = NewRun("again");
        Store.AppendEpoch(id, Epoch(1, ("val_loss", 0.5)));
        Store.AppendEpoch(id, Epoch(1, ("val_loss", 0.25)));
        Assert.Equal(0.25, Assert.Single(Store.Epochs(id)).Metrics["val_loss"]);
    }

    [Fact]
    public void An_epoch_of_an_unknown_run_is_refused() =>
        Assert.Throws<RunNotFoundException>(() => Store.AppendEpoch("nosuchid", Epoch(1)));

    [Fact]
    public void The_end_of_a_run_is_recorded()
    {
        var id = NewRun("ends");
        Time.Now = Noon.AddMinutes(3);
        Store.Finish(id, RunStatus.Failed, "loss is NaN", Metrics(("val_loss", double.NaN)), bestEpoch: 2);
        var run = Store.Get(id);
        Assert.Equal((RunStatus.Failed, "loss is NaN", 2, Noon.AddMinutes(3)), (run.Status, run.StatusReason, run.BestEpoch, run.EndedAt));
        Assert.Equal(double.NaN, run.Metrics["val_loss"]);
    }

    [Fact]
    public void The_end_of_an_unknown_run_is_refused() =>
        Assert.Throws<RunNotFoundException>(() => Store.Finish("nosuchid", RunStatus.Finished));

    [Fact]
    public void An_id_is_not_taken_twice()
    {
        var id = NewRun("one");
        var error = Assert.Throws<ArgumentException>(() => Store.Create(new RunRecord { Id = id, Name = "two" }));
        Assert.Contains(id, error.Message);
        Assert.False(Store.TryCreate(new RunRecord { Id = id, Name = "two" }, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("a b")]
    public void An_id_that_is_no_name_for_a_folder_is_refused(string id) =>
        Assert.Throws<ArgumentException>(() => Store.Create(new RunRecord { Id = id, Name = "x" }));

    [Fact]
    public void A_trial_of_a_study_is_not_taken_twice()
    {
        Assert.True(Store.TryCreate(Trial(3), out _));
        Assert.False(Store.TryCreate(Trial(3), out _));
        Assert.True(Store.TryCreate(Trial(4), out _));
    }

    [Fact]
    public void Ids_are_short_unique_and_sort_by_time()
    {
        var ids = Enumerable.Range(0, 200).Select(_ => Store.NewId()).ToList();
        Time.Now = Noon.AddSeconds(1);
        ids.Add(Store.NewId());
        Assert.All(ids, id => Assert.Equal(8, id.Length));
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void A_run_is_found_by_id_by_name_and_by_a_part_of_the_id_that_is_unique()
    {
        var older = NewRun("lenet");
        Time.Now = Noon.AddDays(1);
        var newer = NewRun("lenet");
        Assert.Equal(older, Store.Find(older)?.Id);
        Assert.Equal(newer, Store.Find("lenet")?.Id);
        Assert.Equal(newer, Store.Find(newer[..5])?.Id);
        Assert.Equal(older, Store.Find(older[4..])?.Id);
        Assert.Null(Store.Find("nothing"));
        Assert.Null(Store.Find(""));
    }

    [Fact]
    public void A_part_of_several_ids_names_them_all()
    {
        string[] ids = [NewRun("a"), NewRun("b")];
        var error = Assert.Throws<RunNotFoundException>(() => Store.Get(ids[0][..4]));
        Assert.Equal(ids, error.Nearest);
    }

    [Fact]
    public void An_unknown_run_names_the_nearest()
    {
        NewRun("lenet");
        NewRun("mlp");
        var error = Assert.Throws<RunNotFoundException>(() => Store.Get("lennet"));
        Assert.Equal(["lenet"], error.Nearest);
        Assert.Equal("No run has the id or name 'lennet'. Did you mean 'lenet'?", error.Message);
    }

    [Fact]
    public void An_empty_store_says_that_it_has_no_runs() =>
        Assert.Contains("no runs yet", Assert.Throws<RunNotFoundException>(() => Store.Get("x")).Message);

    [Fact]
    public void A_run_that_is_taken_up_again_loses_the_epochs_after_its_checkpoint()
    {
        var id = NewRun("resumed");
        for (var epoch = 1; epoch <= 3; epoch++)
            Store.AppendEpoch(id, Epoch(epoch));
        Store.Finish(id, RunStatus.Stopped, "interrupted");
        Assert.True(Store.Reopen(id, afterEpoch: 2));
        var run = Store.Get(id);
        Assert.Equal((RunStatus.Running, null, null, 2), (run.Status, run.StatusReason, run.EndedAt, run.Attempts));
        Assert.Equal([1, 2], Store.Epochs(id).Select(epoch => epoch.Epoch));
    }

    [Fact]
    public void A_run_that_trains_shows_its_best_epoch_so_far()
    {
        var id = NewRun("trains");
        Store.AppendEpoch(id, Epoch(1, ("val_loss", 0.5)));
        Assert.Equal((0.5, null), (Store.Get(id).Metrics["val_loss"], Store.Get(id).BestEpoch));
        Store.AppendEpochs(id, [Epoch(2, ("val_loss", 0.4)) with { IsBest = true }, Epoch(3, ("val_loss", 0.6))]);
        Assert.Equal((0.4, 2), (Store.Get(id).Metrics["val_loss"], Store.Get(id).BestEpoch));
        Assert.Equal([id], Store.List(new RunFilter { Sort = "last.val_loss" }).Select(run => run.Id));
    }

    [Fact]
    public void Epochs_that_are_taken_back_leave_no_trace_in_what_a_run_shows()
    {
        var id = NewRun("back");
        Store.AppendEpochs(id, [Epoch(1, ("val_loss", 0.5)) with { IsBest = true }, Epoch(2, ("val_loss", 0.1)) with { IsBest = true }]);
        Store.Finish(id, RunStatus.Stopped);
        Store.Reopen(id, afterEpoch: 1);
        Assert.Equal((0.5, 1), (Store.Get(id).Metrics["val_loss"], Store.Get(id).BestEpoch));
        Store.AppendEpoch(id, Epoch(1, ("val_loss", 0.7)));
        Assert.Equal((0.7, null), (Store.Get(id).Metrics["val_loss"], Store.Get(id).BestEpoch));
    }

    [Fact]
    public void What_the_model_was_built_with_is_recorded_and_found()
    {
        var id = NewRun("built");
        Store.SetHyperparameters(id, new Dictionary<string, string> { ["hidden"] = "64" });
        Assert.Equal("64", Store.Get(id).Hyperparameters["hidden"]);
        Assert.Equal(id, Store.List(new RunFilter { Sort = "-hidden" })[0].Id);
    }

    [Fact]
    public void A_run_that_lives_is_not_taken_up_a_second_time()
    {
        var id = NewRun("alive");
        Assert.False(Store.Reopen(id));
        Assert.Equal(1, Store.Get(id).Attempts);
    }

    [Fact]
    public void Run_json_tells_the_run_at_its_start_and_at_its_end()
    {
        var run = FullRun(Store.NewId()) with { OptionsJson = """{"epochs":5}""", Status = RunStatus.Running };
        Store.Create(run);
        Assert.Equal("running", Json(run.Id).GetProperty("status").GetString());
        Store.Finish(run.Id, RunStatus.Finished, null, Metrics(("val_loss", 0.25), ("grad", double.NaN)), 4);
        var json = Json(run.Id);
        Assert.Equal("finished", json.GetProperty("status").GetString());
        Assert.Equal(5, json.GetProperty("options").GetProperty("epochs").GetInt32());
        Assert.Equal(0.25, json.GetProperty("metrics").GetProperty("val_loss").GetDouble());
        Assert.Equal("NaN", json.GetProperty("metrics").GetProperty("grad").GetString());
        Assert.Equal(4, json.GetProperty("best_epoch").GetInt32());
        Assert.Equal(run.ModelSource, json.GetProperty("model_source").GetString());
    }

    [Fact]
    public void Studies_are_found_by_id_and_by_name_the_newest_first()
    {
        var first = new StudyRecord { Id = Store.NewId(), Name = "s", Sampler = "grid", SpaceText = "a={1,2}", Metric = "m", Goal = "min", Seed = -5, ModelName = "net", ModelHash = "h", DataName = "d", DataFingerprint = "f", OptionsJson = """{"a":1}""", CreatedAt = Noon };
        Store.CreateStudy(first);
        var second = Store.CreateStudy(first with { Id = Store.NewId(), CreatedAt = default });
        Assert.Equal(first, Store.FindStudy(first.Id));
        Assert.Equal(second, Store.FindStudy("s"));
        Assert.Equal([second, first], Store.ListStudies());
        Assert.Null(Store.FindStudy("t"));
    }

    [Fact]
    public void A_store_is_used_by_many_threads_at_once()
    {
        var id = NewRun("threads");
        Parallel.For(1, 101, epoch =>
        {
            Store.AppendEpoch(id, Epoch(epoch));
            Assert.NotEmpty(Store.List());
        });
        Assert.Equal(100, Store.Epochs(id).Count);
    }

    private static EpochRecord Epoch(int number, params (string Name, double Value)[] metrics) =>
        new(number, TimeSpan.FromSeconds(number), Metrics(metrics));

    private static ImmutableSortedDictionary<string, double> Metrics(params (string Name, double Value)[] metrics) =>
        metrics.ToImmutableSortedDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);

    private static RunRecord FullRun(string id) => new()
    {
        Id = id,
        Name = "lenet \"ü\" 字",
        Status = RunStatus.Stopped,
        StatusReason = "time limit",
        Kind = "arm",
        ModelName = "lenet",
        ModelSource = "Linear(10)\n// 'quoted'",
        ModelHash = "abc",
        DataName = "digits",
        DataFingerprint = "def",
        OptionsJson = """{"epochs":5}""",
        Seed = long.MinValue,
        Parameters = ImmutableSortedDictionary<string, string>.Empty.Add("lr", "0.001").Add("act", "re\"lu"),
        VersionsJson = """{"kiln":"0.1.0"}""",
        Parent = "p",
        Group = "g",
        Study = "s",
        Trial = 7,
        Attempts = 2,
        Tags = ["one", "two"],
        Host = "elsewhere",
        ProcessId = 12,
        ProcessStart = "start",
        EndedAt = Noon.AddTicks(1),
        Metrics = Metrics(("val_loss", 0.1)),
        BestEpoch = 3,
        Hyperparameters = ImmutableSortedDictionary<string, string>.Empty.Add("hidden", "64"),
        ParentKind = "transfer",
        Notes = "a remark",
    };

    private static void AssertSame(RunRecord expected, RunRecord actual)
    {
        Assert.Equal(expected.Parameters, actual.Parameters);
        Assert.Equal(expected.Metrics, actual.Metrics);
        Assert.Equal(expected.Tags, actual.Tags);
        Assert.Equal(expected.Hyperparameters, actual.Hyperparameters);
        Assert.Equal(expected, actual with { Parameters = expected.Parameters, Metrics = expected.Metrics, Tags = expected.Tags, Hyperparameters = expected.Hyperparameters });
    }

    private RunRecord Trial(int number) => new() { Id = Store.NewId(), Name = "t", Study = "study", Trial = number };

    private string NewRun(string name) => Store.Create(new RunRecord { Id = Store.NewId(), Name = name }).Id;

    private JsonElement Json(string id) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Store.RunFolder(id), "run.json"))).RootElement;
}

public sealed class RunStoreOnSqliteTests() : RunStoreContract(new SqlitePlace());

public sealed class RunStoreOnPostgresTests(PostgresServer server) : RunStoreContract(server.NewPlace());
