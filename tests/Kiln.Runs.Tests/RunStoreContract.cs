using System.Collections.Immutable;
using System.Text.Json;

namespace Kiln.Runs.Tests;

/// <summary>What holds of a store on every database.</summary>
public abstract class RunStoreContract : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly IStorePlace _place;
    private readonly FixedTime _time = new(Noon);
    private readonly RunStore _store;

    private protected RunStoreContract(IStorePlace place)
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
    public void A_run_comes_back_as_it_was_written()
    {
        var run = FullRun(_store.NewId());
        _store.Create(run);
        AssertSame(run with { CreatedAt = Noon, SchemaVersion = RunStore.SchemaVersion }, _store.Get(run.Id));
    }

    [Fact]
    public void A_run_is_still_there_in_a_store_opened_later()
    {
        var run = _store.Create(FullRun(_store.NewId()));
        _store.AppendEpoch(run.Id, Epoch(1, ("val_loss", 0.5)));
        _store.Dispose();
        using var later = _place.Open();
        AssertSame(run, later.Get(run.Id));
        Assert.Equal(0.5, Assert.Single(later.Epochs(run.Id)).Metrics["val_loss"]);
    }

    [Fact]
    public void Values_that_are_not_numbers_are_kept_faithfully()
    {
        var id = NewRun("nan");
        _store.AppendEpoch(id, Epoch(1, ("a", double.NaN), ("b", double.PositiveInfinity), ("c", double.NegativeInfinity), ("d", -0.0), ("e", double.Epsilon), ("f", double.MaxValue), ("g", 0.1 + 0.2)));
        var metrics = _store.Epochs(id)[0].Metrics;
        Assert.Equal([double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, double.Epsilon, double.MaxValue, 0.1 + 0.2], metrics.Values);
        Assert.True(double.IsNegative(metrics["d"]));
    }

    [Fact]
    public void Epochs_come_back_in_order_with_all_they_had()
    {
        var id = NewRun("epochs");
        var first = new EpochRecord(1, TimeSpan.FromTicks(12345678), Metrics(("val_loss", 0.75)), IsBest: true, CheckpointWritten: true);
        _store.AppendEpoch(id, Epoch(2, ("val_loss", 0.5)));
        _store.AppendEpoch(id, first);
        var epochs = _store.Epochs(id);
        Assert.Equal([1, 2], epochs.Select(epoch => epoch.Epoch));
        Assert.Equal(first with { Metrics = epochs[0].Metrics }, epochs[0]);
        Assert.Equal(first.Metrics, epochs[0].Metrics);
    }

    [Fact]
    public void An_epoch_of_the_same_number_replaces_the_older_one()
    {
        var id = NewRun("again");
        _store.AppendEpoch(id, Epoch(1, ("val_loss", 0.5)));
        _store.AppendEpoch(id, Epoch(1, ("val_loss", 0.25)));
        Assert.Equal(0.25, Assert.Single(_store.Epochs(id)).Metrics["val_loss"]);
    }

    [Fact]
    public void An_epoch_of_an_unknown_run_is_refused() =>
        Assert.Throws<RunNotFoundException>(() => _store.AppendEpoch("nosuchid", Epoch(1)));

    [Fact]
    public void The_end_of_a_run_is_recorded()
    {
        var id = NewRun("ends");
        _time.Now = Noon.AddMinutes(3);
        _store.Finish(id, RunStatus.Failed, "loss is NaN", Metrics(("val_loss", double.NaN)), bestEpoch: 2);
        var run = _store.Get(id);
        Assert.Equal((RunStatus.Failed, "loss is NaN", 2, Noon.AddMinutes(3)), (run.Status, run.StatusReason, run.BestEpoch, run.EndedAt));
        Assert.Equal(double.NaN, run.Metrics["val_loss"]);
    }

    [Fact]
    public void The_end_of_an_unknown_run_is_refused() =>
        Assert.Throws<RunNotFoundException>(() => _store.Finish("nosuchid", RunStatus.Finished));

    [Fact]
    public void An_id_is_not_taken_twice()
    {
        var id = NewRun("one");
        var error = Assert.Throws<ArgumentException>(() => _store.Create(new RunRecord { Id = id, Name = "two" }));
        Assert.Contains(id, error.Message);
        Assert.False(_store.TryCreate(new RunRecord { Id = id, Name = "two" }, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("a b")]
    public void An_id_that_is_no_name_for_a_folder_is_refused(string id) =>
        Assert.Throws<ArgumentException>(() => _store.Create(new RunRecord { Id = id, Name = "x" }));

    [Fact]
    public void A_trial_of_a_study_is_not_taken_twice()
    {
        Assert.True(_store.TryCreate(Trial(3), out _));
        Assert.False(_store.TryCreate(Trial(3), out _));
        Assert.True(_store.TryCreate(Trial(4), out _));
    }

    [Fact]
    public void Ids_are_short_unique_and_sort_by_time()
    {
        var ids = Enumerable.Range(0, 200).Select(_ => _store.NewId()).ToList();
        _time.Now = Noon.AddSeconds(1);
        ids.Add(_store.NewId());
        Assert.All(ids, id => Assert.Equal(8, id.Length));
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void A_run_is_found_by_id_by_name_and_by_a_part_of_the_id_that_is_unique()
    {
        var older = NewRun("lenet");
        _time.Now = Noon.AddDays(1);
        var newer = NewRun("lenet");
        Assert.Equal(older, _store.Find(older)?.Id);
        Assert.Equal(newer, _store.Find("lenet")?.Id);
        Assert.Equal(newer, _store.Find(newer[..5])?.Id);
        Assert.Equal(older, _store.Find(older[4..])?.Id);
        Assert.Null(_store.Find("nothing"));
        Assert.Null(_store.Find(""));
    }

    [Fact]
    public void A_part_of_several_ids_names_them_all()
    {
        string[] ids = [NewRun("a"), NewRun("b")];
        var error = Assert.Throws<RunNotFoundException>(() => _store.Get(ids[0][..4]));
        Assert.Equal(ids, error.Nearest);
    }

    [Fact]
    public void An_unknown_run_names_the_nearest()
    {
        NewRun("lenet");
        NewRun("mlp");
        var error = Assert.Throws<RunNotFoundException>(() => _store.Get("lennet"));
        Assert.Equal(["lenet"], error.Nearest);
        Assert.Equal("No run has the id or name 'lennet'. Did you mean 'lenet'?", error.Message);
    }

    [Fact]
    public void An_empty_store_says_that_it_has_no_runs() =>
        Assert.Contains("no runs yet", Assert.Throws<RunNotFoundException>(() => _store.Get("x")).Message);

    [Fact]
    public void A_run_that_is_taken_up_again_loses_the_epochs_after_its_checkpoint()
    {
        var id = NewRun("resumed");
        for (var epoch = 1; epoch <= 3; epoch++)
            _store.AppendEpoch(id, Epoch(epoch));
        _store.Finish(id, RunStatus.Stopped, "interrupted");
        Assert.True(_store.Reopen(id, afterEpoch: 2));
        var run = _store.Get(id);
        Assert.Equal((RunStatus.Running, null, null, 2), (run.Status, run.StatusReason, run.EndedAt, run.Attempts));
        Assert.Equal([1, 2], _store.Epochs(id).Select(epoch => epoch.Epoch));
    }

    [Fact]
    public void A_run_that_trains_shows_its_best_epoch_so_far()
    {
        var id = NewRun("trains");
        _store.AppendEpoch(id, Epoch(1, ("val_loss", 0.5)));
        Assert.Equal((0.5, null), (_store.Get(id).Metrics["val_loss"], _store.Get(id).BestEpoch));
        _store.AppendEpochs(id, [Epoch(2, ("val_loss", 0.4)) with { IsBest = true }, Epoch(3, ("val_loss", 0.6))]);
        Assert.Equal((0.4, 2), (_store.Get(id).Metrics["val_loss"], _store.Get(id).BestEpoch));
        Assert.Equal([id], _store.List(new RunFilter { Sort = "last.val_loss" }).Select(run => run.Id));
    }

    [Fact]
    public void Epochs_that_are_taken_back_leave_no_trace_in_what_a_run_shows()
    {
        var id = NewRun("back");
        _store.AppendEpochs(id, [Epoch(1, ("val_loss", 0.5)) with { IsBest = true }, Epoch(2, ("val_loss", 0.1)) with { IsBest = true }]);
        _store.Finish(id, RunStatus.Stopped);
        _store.Reopen(id, afterEpoch: 1);
        Assert.Equal((0.5, 1), (_store.Get(id).Metrics["val_loss"], _store.Get(id).BestEpoch));
        _store.AppendEpoch(id, Epoch(1, ("val_loss", 0.7)));
        Assert.Equal((0.7, null), (_store.Get(id).Metrics["val_loss"], _store.Get(id).BestEpoch));
    }

    [Fact]
    public void What_the_model_was_built_with_is_recorded_and_found()
    {
        var id = NewRun("built");
        _store.SetHyperparameters(id, new Dictionary<string, string> { ["hidden"] = "64" });
        Assert.Equal("64", _store.Get(id).Hyperparameters["hidden"]);
        Assert.Equal(id, _store.List(new RunFilter { Sort = "-hidden" })[0].Id);
    }

    [Fact]
    public void A_run_that_lives_is_not_taken_up_a_second_time()
    {
        var id = NewRun("alive");
        Assert.False(_store.Reopen(id));
        Assert.Equal(1, _store.Get(id).Attempts);
    }

    [Fact]
    public void Run_json_tells_the_run_at_its_start_and_at_its_end()
    {
        var run = FullRun(_store.NewId()) with { OptionsJson = """{"epochs":5}""", Status = RunStatus.Running };
        _store.Create(run);
        Assert.Equal("running", Json(run.Id).GetProperty("status").GetString());
        _store.Finish(run.Id, RunStatus.Finished, null, Metrics(("val_loss", 0.25), ("grad", double.NaN)), 4);
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
        var first = new StudyRecord { Id = _store.NewId(), Name = "s", Sampler = "grid", SpaceText = "a={1,2}", Metric = "m", Goal = "min", Seed = -5, ModelName = "net", ModelHash = "h", DataName = "d", DataFingerprint = "f", OptionsJson = """{"a":1}""", CreatedAt = Noon };
        _store.CreateStudy(first);
        var second = _store.CreateStudy(first with { Id = _store.NewId(), CreatedAt = default });
        Assert.Equal(first, _store.FindStudy(first.Id));
        Assert.Equal(second, _store.FindStudy("s"));
        Assert.Equal([second, first], _store.ListStudies());
        Assert.Null(_store.FindStudy("t"));
    }

    [Fact]
    public void A_store_is_used_by_many_threads_at_once()
    {
        var id = NewRun("threads");
        Parallel.For(1, 101, epoch =>
        {
            _store.AppendEpoch(id, Epoch(epoch));
            Assert.NotEmpty(_store.List());
        });
        Assert.Equal(100, _store.Epochs(id).Count);
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

    private RunRecord Trial(int number) => new() { Id = _store.NewId(), Name = "t", Study = "study", Trial = number };

    private string NewRun(string name) => _store.Create(new RunRecord { Id = _store.NewId(), Name = name }).Id;

    private JsonElement Json(string id) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(_store.RunFolder(id), "run.json"))).RootElement;
}

public sealed class RunStoreOnSqliteTests() : RunStoreContract(new SqlitePlace());

public sealed class RunStoreOnPostgresTests(PostgresServer server) : RunStoreContract(server.NewPlace());
