using System.Collections.Immutable;
using System.Diagnostics;
using Kiln.Runs;

namespace Kiln.Search.Tests;

/// <summary>A study whose trials are runs of a store.</summary>
public sealed class StoredStudyTests : StoredTests
{
    private static readonly StudyDefinition Definition = new()
    {
        Name = "lenet-random",
        Space = Space.Parse("lr=log(1e-4,1e-1) act={relu,12,true}"),
        Trials = 10,
        ModelName = "lenet",
        ModelHash = "m1",
        DataName = "digits",
        DataFingerprint = "d1",
        OptionsJson = """{"epochs":2}""",
        Seed = 3,
    };

    [Fact]
    public void Every_trial_is_a_run_with_the_studys_identity()
    {
        var study = Study.Open(Store, Definition with { Describe = run => run with { ModelSource = "Linear(10)", Id = "ignored", Trial = 77 } });
        var trial = study.Ask()!;
        var run = Store.Get(trial.RunId!);
        Assert.Equal((RunStatus.Running, "trial", "lenet", "m1", "digits", "d1"), (run.Status, run.Kind, run.ModelName, run.ModelHash, run.DataName, run.DataFingerprint));
        Assert.Equal((study.Id, 0, 3, "Linear(10)"), (run.Study, run.Trial, run.Seed, run.ModelSource));
        Assert.Equal(trial["lr"].ToString(), run.Parameters["lr"]);
        study.Tell(trial, 0.75);
        run = Store.Get(trial.RunId!);
        Assert.Equal((RunStatus.Finished, 0.75), (run.Status, run.Metrics["val_accuracy"]));
    }

    [Fact]
    public void A_run_that_its_recorder_has_closed_keeps_its_metrics()
    {
        var study = Study.Open(Store, Definition);
        var trial = study.Ask()!;
        var metrics = ImmutableSortedDictionary<string, double>.Empty.Add("val_accuracy", 0.5).Add("val_loss", 2);
        Store.Finish(trial.RunId!, RunStatus.Finished, null, metrics, 4);
        var other = study.Ask()!;
        study.Tell(trial, 0.5);
        study.Tell(other, 0.25);
        var run = Store.Get(trial.RunId!);
        Assert.Equal(metrics, run.Metrics);
        Assert.Equal(4, run.BestEpoch);
        Assert.Equal(0, study.Best!.Number);
    }

    [Fact]
    public void A_study_of_equal_identity_goes_on_with_more_trials()
    {
        Study.Open(Store, Definition with { Trials = 4 }).Run(trial => trial.Number);
        var study = Study.Open(Store, Definition with { Trials = 6 });
        Assert.True(study.IsResumed);
        Assert.Equal([$"Study 'lenet-random' ({study.Id}) goes on: 4 trials have ended."], study.Announcements);
        Assert.Equal([0, 1, 2, 3], study.Trials.Select(trial => trial.Number));
        Assert.All(study.Trials, trial => Assert.All(Definition.Space.Dimensions, dimension => Assert.True(dimension.Contains(trial.Parameters[dimension.Name]))));
        study.Run(trial => trial.Number);
        Assert.Equal(6, study.Trials.Count);
        Assert.Equal(5, study.Best!.Number);
    }

    public static TheoryData<string, StudyDefinition> Changes => new()
    {
        { "another model definition (m1, now m2)", Definition with { ModelHash = "m2" } },
        { "another data set (d1, now d2)", Definition with { DataFingerprint = "d2" } },
        { "another training options ({\"epochs\":2}, now {\"epochs\":3})", Definition with { OptionsJson = """{"epochs":3}""" } },
        { "another seed (3, now 4)", Definition with { Seed = 4 } },
        { "another sampler (random, now grid)", Definition with { Sampler = new GridSampler() } },
        { "another search space (lr=log(0.0001,0.1) act={relu,12,true}, now lr=log(0.0001,1))", Definition with { Space = Space.Parse("lr=log(1e-4,1)") } },
        { "another metric (val_accuracy, now val_loss) and another goal (max, now min)", Definition with { Metric = "val_loss", Goal = Goal.Minimize } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_study_of_another_identity_is_new_and_says_why(string difference, StudyDefinition changed)
    {
        var first = Study.Open(Store, Definition);
        var second = Study.Open(Store, changed);
        Assert.False(second.IsResumed);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal($"Study 'lenet-random' ({first.Id}) had {difference}: a new study was started ({second.Id}).", second.Announcements[0]);
        // The older one is still found by its identity.
        Assert.Equal(first.Id, Study.Open(Store, Definition).Id);
    }

    [Fact]
    public void A_new_study_can_be_asked_for()
    {
        var first = Study.Open(Store, Definition);
        var second = Study.Open(Store, Definition, startNew: true);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Empty(second.Announcements);
    }

    [Fact]
    public void A_trial_of_a_dead_process_is_handed_out_first()
    {
        var lost = Study.Open(Store, Definition with { Describe = OfDeadProcess }).Ask()!;
        var study = Study.Open(Store, Definition);
        Assert.Equal($"Study 'lenet-random' ({study.Id}) goes on: 0 trials have ended, 1 left unfinished is taken up.", study.Announcements[0]);
        var trial = study.Ask()!;
        Assert.Equal((lost.Number, lost.RunId, true), (trial.Number, trial.RunId, trial.IsTakenUp));
        Assert.Equal(lost.Parameters, trial.Parameters);
        Assert.Equal(RunStatus.Running, Store.Get(trial.RunId!).Status);
        Assert.Equal(1, study.Ask()!.Number);
    }

    [Fact]
    public void A_trial_that_is_killed_again_and_again_is_recorded_as_failed()
    {
        var run = Study.Open(Store, Definition with { Describe = OfDeadProcess }).Ask()!.RunId!;
        TakeUpAndKill(run);
        var study = Study.Open(Store, Definition);
        Assert.Equal(1, study.Ask()!.Number);
        var failed = Assert.Single(study.Trials);
        Assert.Equal((RunStatus.Failed, "killed, at attempt 2"), (failed.Status, failed.Reason));
    }

    [Fact]
    public void A_trial_that_goes_on_at_each_attempt_is_taken_up_however_often_it_is_killed()
    {
        var run = Study.Open(Store, Definition with { Describe = OfDeadProcess }).Ask()!.RunId!;
        for (var epoch = 1; epoch <= 20; epoch++) TakeUpAndKill(run, epoch);
        Assert.Equal(run, Study.Open(Store, Definition).Ask()!.RunId);
    }

    [Fact]
    public void A_trial_that_is_killed_always_at_the_same_place_is_recorded_as_failed_wherever_that_is()
    {
        var run = Study.Open(Store, Definition with { Describe = OfDeadProcess }).Ask()!.RunId!;
        for (var epoch = 1; epoch <= 3; epoch++) TakeUpAndKill(run, epoch);
        // A checkpoint may be older than the last epoch: that one is recorded again, and is none more.
        TakeUpAndKill(run, 3);
        TakeUpAndKill(run);
        var study = Study.Open(Store, Definition with { Retries = 1 });
        Assert.Equal(1, study.Ask()!.Number);
        Assert.Equal("killed, at attempt 6, the last 2 of them without another epoch", Assert.Single(study.Trials).Reason);
    }

    [Fact]
    public void Interrupts_do_not_count_as_attempts_in_vain()
    {
        var first = Study.Open(Store, Definition);
        for (var i = 0; i < 3; i++) first.Pause(first.Ask()!, "interrupted");
        var run = first.Ask()!.RunId!;
        Store.RecordLoss(run, Environment.ProcessId, RunStore.Killed);
        Assert.Equal(run, Study.Open(Store, Definition).Ask()!.RunId);
    }

    [Fact]
    public void Epochs_of_the_seeds_of_a_trial_are_the_trials_own()
    {
        var run = Study.Open(Store, Definition with { Describe = OfDeadProcess }).Ask()!.RunId!;
        var seed = Store.Create(new RunRecord { Id = Store.NewId(), Name = "seed", Kind = "repeat", Parent = run, ParentKind = "search" }).Id;
        for (var epoch = 1; epoch <= 4; epoch++)
        {
            Store.AppendEpoch(seed, Epoch(epoch));
            TakeUpAndKill(run);
        }
        Assert.Equal(run, Study.Open(Store, Definition).Ask()!.RunId);
    }

    [Fact]
    public void A_trial_of_a_living_process_is_left_to_it()
    {
        var first = Study.Open(Store, Definition);
        var second = Study.Open(Store, Definition);
        Assert.Equal((0, 1, 2), (first.Ask()!.Number, second.Ask()!.Number, first.Ask()!.Number));
    }

    [Fact]
    public void A_paused_trial_is_taken_up_by_a_later_session()
    {
        var first = Study.Open(Store, Definition);
        first.Pause(first.Ask()!, "interrupted");
        var trial = Study.Open(Store, Definition).Ask()!;
        Assert.Equal((0, true), (trial.Number, trial.IsTakenUp));
    }

    [Fact]
    public void Several_workers_share_a_study_and_no_trial_is_run_twice()
    {
        var definition = Definition with { Trials = 40 };
        var id = Study.Open(Store, definition).Id;
        var run = new int[40];
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ =>
        {
            using var store = OpenAgain();
            Study.Open(store, definition).Run(trial =>
            {
                Interlocked.Increment(ref run[trial.Number]);
                return 1;
            });
        });
        Assert.All(run, count => Assert.Equal(1, count));
        Assert.Equal(40, Store.List(new RunFilter { Study = id, Status = RunStatus.Finished }).Count);
    }

    /// <summary>Takes the trial up, finishes an epoch or none, and dies.</summary>
    private void TakeUpAndKill(string run, int? epoch = null)
    {
        var trial = Study.Open(Store, Definition).Ask()!;
        Assert.Equal(run, trial.RunId);
        if (epoch is { } number) Store.AppendEpoch(run, Epoch(number));
        Assert.True(Store.RecordLoss(run, Environment.ProcessId, RunStore.Killed));
    }

    private static EpochRecord Epoch(int number) => new(number, TimeSpan.Zero, ImmutableSortedDictionary<string, double>.Empty.Add("val_accuracy", 0.5));

    private static RunRecord OfDeadProcess(RunRecord run)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/true"))!;
        process.WaitForExit();
        return run with { Host = Environment.MachineName, ProcessId = process.Id, ProcessStart = "gone" };
    }
}
