using System.Collections.Immutable;

namespace Kiln.Runs.Tests;

/// <summary>Questions in words, on every database.</summary>
public abstract class RunWhereContract : StoreContract
{
    private protected RunWhereContract(IStorePlace place)
        : base(place)
    {
        Add("a", run => run with { ModelName = "net", Tags = ["x", "day one"], OptionsJson = """{"Lr":0.001,"WeightDecay":0.1,"Optimizer":"adam"}""" }, 0.9);
        Add("b", run => run with { ModelName = "net", Seed = 3, OptionsJson = """{"Lr":0.1,"Optimizer":"sgd"}""", Status = RunStatus.Finished }, 0.8);
        Add("c", run => run with { ModelName = "Wide_Net", Tags = ["y"], Parameters = run.Parameters.Add("hidden", "64"), Notes = "50% off" }, 0.95);
        Add("d", run => run with { Host = Environment.MachineName, ProcessId = 999_999_999, ProcessStart = "long ago" }, null);
    }

    [Theory]
    [InlineData("lr<0.01", "a")]
    [InlineData("lr<0.01 and tag=x or model=Wide_Net and val_accuracy>=.9", "ac")]
    [InlineData("val_accuracy >= 90%", "ac")]
    [InlineData("not val_accuracy>=.9", "bd")]
    [InlineData("val_accuracy!=.9", "bc")]
    [InlineData("(tag=x or tag=y) and not (name=a)", "c")]
    [InlineData("tag='day one'", "a")]
    [InlineData("tag!=x", "bcd")]
    [InlineData("tag~DAY", "a")]
    [InlineData("model~net", "abc")]
    [InlineData("model~_", "c")]
    [InlineData("model !~ wide", "abd")]
    [InlineData("notes ~ 0%", "c")]
    [InlineData("weight-decay=1e-1", "a")]
    [InlineData("optimizer=sgd", "b")]
    [InlineData("optimizer != sgd", "a")]
    [InlineData("hidden>32", "c")]
    [InlineData("hidden=\"64\"", "c")]
    [InlineData("seed==3", "b")]
    [InlineData("status=finished", "b")]
    [InlineData("status=STOPPED", "d")]
    [InlineData("status!=running", "bd")]
    [InlineData("started>2026-11-22 and NOT started>2026-11-23", "abcd")]
    [InlineData("last.val_accuracy=.7 AND max.val_accuracy>.7 and min.val_accuracy<=0.7", "abc")]
    [InlineData("last.lr=.5", "abc")]
    [InlineData("name=\"a'; DROP TABLE runs; --\"", "")]
    public void A_question_picks_its_runs(string where, string names) =>
        Assert.Equal(names, string.Concat(Store.List(new RunFilter { Where = where, Sort = "name" }).Select(run => run.Name)));

    [Theory]
    [InlineData("val_acuracy>.9", 0, "Did you mean val_accuracy")]
    [InlineData("model=net and statsu=finished", 14, "Did you mean status")]
    [InlineData("val_accuracy>high", 13, "val_accuracy is a number, so a number such as 0.01 or 1e-3 is expected, not 'high'.")]
    [InlineData("seed~3", 4, "~ looks for a part of a text")]
    [InlineData("status=done", 7, "running, finished, stopped, pruned or failed")]
    [InlineData("tag<x", 3, "Tags have no order")]
    public void A_question_that_nothing_can_answer_shows_where(string where, int position, string problem)
    {
        var error = Assert.Throws<RunFilterException>(() => Store.List(new RunFilter { Where = where }));
        Assert.Equal(position, error.Position);
        Assert.Contains(problem, error.Message);
    }

    [Fact]
    public void Runs_are_counted_whatever_the_limit() =>
        Assert.Equal(2, Store.Count(new RunFilter { Where = "model=net", Limit = 1 }));

    private void Add(string name, Func<RunRecord, RunRecord> change, double? accuracy)
    {
        var run = Store.Create(change(new RunRecord { Id = Store.NewId(), Name = name }));
        if (accuracy is { } best)
            Store.AppendEpochs(run.Id, [Epoch(1, best) with { IsBest = true }, Epoch(2, 0.7)]);
    }

    private static EpochRecord Epoch(int number, double accuracy) =>
        new(number, TimeSpan.FromSeconds(number), ImmutableSortedDictionary<string, double>.Empty.Add("val_accuracy", accuracy).Add("lr", 0.5));
}

public sealed class RunWhereOnSqliteTests() : RunWhereContract(new SqlitePlace());

public sealed class RunWhereOnPostgresTests(PostgresServer server) : RunWhereContract(server.NewPlace());
