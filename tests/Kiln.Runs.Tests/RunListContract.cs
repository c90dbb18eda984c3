using System.Collections.Immutable;

namespace Kiln.Runs.Tests;

/// <summary>What holds of a store on every database.</summary>
public abstract class RunListContract : StoreContract
{
    private protected RunListContract(IStorePlace place)
        : base(place)
    {
    }

    [Fact]
    public void A_question_about_an_empty_store_is_told_so()
    {
        var problem = Assert.Throws<RunFilterException>(() => Store.List(new RunFilter { Where = "lr<0.01" }));
        Assert.Contains("No run has a column, metric, hyperparameter or option 'lr'. None is recorded yet: options and metrics can be asked for once one is trained.", problem.Message);
    }

    [Fact]
    public void Runs_are_listed_newest_first()
    {
        Add("a");
        Add("b");
        Add("c");
        Assert.Equal(["c", "b", "a"], Names(null));
        Assert.Equal(["a", "b", "c"], Names(new RunFilter { NewestFirst = false }));
        Assert.Equal(["c", "b"], Names(new RunFilter { Limit = 2 }));
    }

    [Fact]
    public void Each_filter_picks_its_runs()
    {
        Add("other");
        Add("mine", run => run with
        {
            Kind = "trial",
            ModelName = "m",
            ModelHash = "mh",
            DataName = "d",
            DataFingerprint = "df",
            Group = "g",
            Study = "s",
            Trial = 5,
            Parent = "p",
            Seed = 9,
            Tags = ["x", "y"],
        });
        RunFilter[] filters =
        [
            new() { Name = "mine" }, new() { Kind = "trial" }, new() { Model = "m" }, new() { ModelHash = "mh" }, new() { Data = "d" },
            new() { DataFingerprint = "df" }, new() { Group = "g" }, new() { Study = "s" }, new() { Parent = "p" }, new() { Seed = 9 },
            new() { Tag = "y" }, new() { Study = "s", FromTrial = 5 },
        ];
        Assert.All(filters, filter => Assert.Equal(["mine"], Names(filter)));
        Assert.Empty(Names(new RunFilter { Study = "s", FromTrial = 6 }));
        Assert.Empty(Names(new RunFilter { Tag = "z" }));
    }

    [Fact]
    public void Runs_are_sorted_by_a_metric_with_those_without_a_value_last()
    {
        Add("none");
        Add("nan", WithAccuracy(double.NaN));
        Add("low", WithAccuracy(0.5));
        Add("infinite", WithAccuracy(double.PositiveInfinity));
        Add("high", WithAccuracy(0.9));
        Assert.Equal(["infinite", "high", "low", "nan", "none"], Names(new RunFilter { Sort = "-val_accuracy" }));
        Assert.Equal(["low", "high", "infinite", "nan", "none"], Names(new RunFilter { Sort = "val_accuracy" }));
    }

    [Fact]
    public void Runs_are_sorted_by_a_hyperparameter_as_a_number_where_it_is_one()
    {
        Add("ten", run => run with { Parameters = Parameters("width", "10") });
        Add("nine", run => run with { Parameters = Parameters("width", "9") });
        Add("small", run => run with { Parameters = Parameters("width", "1e-3") });
        Assert.Equal(["small", "nine", "ten"], Names(new RunFilter { Sort = "width" }));
    }

    [Fact]
    public void Runs_are_sorted_by_a_column()
    {
        Add("b", run => run with { Seed = 2 });
        Add("a", run => run with { Seed = 3 });
        Assert.Equal(["a", "b"], Names(new RunFilter { Sort = "name" }));
        Assert.Equal(["a", "b"], Names(new RunFilter { Sort = "-seed" }));
    }

    [Theory]
    [InlineData("no such thing")]
    [InlineData("a\" $.b' ; DROP TABLE runs; --")]
    public void A_sort_key_that_nothing_has_changes_no_order(string key)
    {
        Add("a");
        Add("b");
        Assert.Equal(["b", "a"], Names(new RunFilter { Sort = key }));
    }

    [Fact]
    public void Runs_are_filtered_by_their_status()
    {
        Add("running");
        Add("done", run => run with { Status = RunStatus.Finished });
        Add("broken", run => run with { Status = RunStatus.Failed });
        Add("halted", run => run with { Status = RunStatus.Stopped });
        Assert.Equal(["running"], Names(new RunFilter { Status = RunStatus.Running }));
        Assert.Equal(["halted"], Names(new RunFilter { Status = RunStatus.Stopped }));
        Assert.Equal(["done"], Names(new RunFilter { Status = RunStatus.Finished, Limit = 1 }));
        Assert.Equal(["broken"], Names(new RunFilter { Status = RunStatus.Failed }));
    }

    private static Func<RunRecord, RunRecord> WithAccuracy(double value) =>
        run => run with { Metrics = ImmutableSortedDictionary<string, double>.Empty.Add("val_accuracy", value) };

    private static ImmutableSortedDictionary<string, string> Parameters(string name, string value) =>
        ImmutableSortedDictionary<string, string>.Empty.Add(name, value);

    private void Add(string name, Func<RunRecord, RunRecord>? change = null)
    {
        var run = new RunRecord { Id = Store.NewId(), Name = name };
        Store.Create(change is null ? run : change(run));
        Time.Now = Time.Now.AddSeconds(1);
    }

    private IEnumerable<string> Names(RunFilter? filter) => Store.List(filter).Select(run => run.Name);
}

public sealed class RunListOnSqliteTests() : RunListContract(new SqlitePlace());

public sealed class RunListOnPostgresTests(PostgresServer server) : RunListContract(server.NewPlace());
