namespace Kiln.Runs.Tests;

/// <summary>Signs of life, by which machines know of each other's processes, on every database.</summary>
public abstract class RunLifeContract : StoreContract
{
    private protected RunLifeContract(IStorePlace place)
        : base(place)
    {
    }

    [Fact]
    public void A_run_of_another_machine_that_was_silent_for_a_minute_is_read_as_killed()
    {
        var id = Elsewhere(Noon);
        Time.Now = Noon.AddSeconds(59);
        Assert.Equal(RunStatus.Running, Store.Get(id).Status);
        Time.Now = Noon.AddSeconds(61);
        var run = Store.Get(id);
        Assert.Equal((RunStatus.Stopped, RunStore.Killed), (run.Status, run.StatusReason));
        Assert.Single(Store.List(new RunFilter { Status = RunStatus.Stopped }));
        Assert.Empty(Store.List(new RunFilter { Where = "status=running" }));
    }

    [Fact]
    public void A_run_of_another_machine_that_never_gave_a_sign_of_life_is_left_alone()
    {
        var id = Elsewhere(null);
        Time.Now = Noon.AddDays(1);
        Assert.Equal(RunStatus.Running, Store.Get(id).Status);
        Assert.False(Store.Reopen(id));
    }

    [Fact]
    public void A_silent_run_of_another_machine_can_be_taken_up_once_and_is_this_process_s_then()
    {
        var id = Elsewhere(Noon);
        Time.Now = Noon.AddMinutes(2);
        Assert.False(Store.Beat(id));
        Assert.True(Store.Reopen(id));
        Assert.False(Store.Reopen(id));
        Assert.True(Store.Beat(id));
        var run = Store.Get(id);
        Assert.Equal((RunStatus.Running, Environment.MachineName, 2, Time.Now), (run.Status, run.Host, run.Attempts, run.HeartbeatAt!.Value));
    }

    [Fact]
    public void A_run_that_somebody_closed_gets_no_more_signs_of_life()
    {
        var id = Here();
        Assert.True(Store.Beat(id));
        Store.Finish(id, RunStatus.Failed, "no progress for 60 s");
        Assert.False(Store.Beat(id));
    }

    [Fact]
    public void A_run_that_was_removed_for_good_is_nobody_elses() => Assert.True(Store.Beat("gone"));

    [Fact]
    public void How_a_process_was_killed_is_recorded_once()
    {
        var id = Here();
        Assert.False(Store.RecordLoss(id, Environment.ProcessId + 1, "killed by signal 9"));
        Assert.True(Store.RecordLoss(id, Environment.ProcessId, "killed by signal 9"));
        Assert.False(Store.RecordLoss(id, Environment.ProcessId, "again"));
        var run = Store.Get(id);
        Assert.Equal((RunStatus.Stopped, "killed by signal 9"), (run.Status, run.StatusReason));
        Assert.True(RunStore.IsKilled(run.StatusReason));
        Assert.True(Store.Reopen(id));
    }

    [Fact]
    public void Attempts_that_were_killed_before_another_epoch_are_counted_until_one_goes_on()
    {
        var id = Here();
        List<int> counts = [];
        foreach (var epochs in (int[])[0, 0, 2, 0, 1])
        {
            for (var i = 0; i < epochs; i++) Store.AppendEpoch(id, new EpochRecord(Store.Epochs(id).Count + 1, TimeSpan.Zero, Store.Get(id).Metrics));
            Store.RecordLoss(id, Environment.ProcessId, RunStore.Killed);
            counts.Add(Store.AttemptsInVain(id));
            Store.Reopen(id);
        }
        Assert.Equal([1, 2, 0, 1, 0], counts);
    }

    [Fact]
    public void A_study_keeps_the_newest_recipe()
    {
        var study = Store.CreateStudy(new StudyRecord { Id = Store.NewId(), Name = "s" });
        Assert.Equal("", Store.Recipe(study.Id));
        Store.SetRecipe(study.Id, "{\"cells\":[\"#!data digits\"]}");
        Store.SetRecipe(study.Id, "{}");
        Assert.Equal("{}", Store.Recipe(study.Id));
        Assert.Equal("", Store.Recipe("none"));
    }

    private string Here() => Store.Create(new RunRecord { Id = Store.NewId(), Name = "here" }).Id;

    private string Elsewhere(DateTimeOffset? heartbeat) =>
        Store.Create(new RunRecord { Id = Store.NewId(), Name = "elsewhere", Host = "another-machine", ProcessId = 12, ProcessStart = "start", HeartbeatAt = heartbeat }).Id;
}

public sealed class RunLifeOnSqliteTests() : RunLifeContract(new SqlitePlace());

public sealed class RunLifeOnPostgresTests(PostgresServer server) : RunLifeContract(server.NewPlace());
