using Kiln.Runs;

namespace Kiln.Search.Tests;

/// <summary>Trials that report on their way, and pruners that end them: in memory and in a store.</summary>
public sealed class StudyPruningTests : StoredTests
{
    private const int Steps = 9;

    private static readonly StudyDefinition Definition = new()
    {
        Name = "s",
        Space = Space.Parse("x=0..1"),
        Trials = 20,
        Seed = 4,
        Pruner = new AshaPruner(),
        MaxSteps = Steps,
    };

    public static TheoryData<bool> InMemoryAndInStore => [true, false];

    [Theory]
    [MemberData(nameof(InMemoryAndInStore))]
    public void A_pruned_trial_is_a_row_with_its_step_and_no_failure(bool inMemory)
    {
        var study = Open(inMemory);
        study.Run(Climb);

        Assert.Equal(20, study.Trials.Count);
        Assert.DoesNotContain(study.Trials, trial => trial.Status == RunStatus.Failed);
        var pruned = study.Trials.Where(trial => trial.Status == RunStatus.Pruned).ToList();
        Assert.InRange(pruned.Count, 8, 16);
        Assert.All(pruned, trial => Assert.Null(trial.Value));
        Assert.All(pruned, trial => Assert.Contains(trial.LastReport!.Value.Step, new[] { 1, 3 }));
        Assert.Contains(pruned, trial => trial.Reason!.StartsWith("asha pruned it at step 1 of 9, where val_accuracy was 0.", StringComparison.Ordinal));
        Assert.Equal(study.Trials.Where(trial => trial.Value is not null).Max(trial => trial.Value), study.Best!.Value);
    }

    [Fact]
    public void Memory_andStore_prune_the_same_trials_at_the_same_steps()
    {
        var (inMemory, stored) = (Open(true), Open(false));
        inMemory.Run(Climb);
        stored.Run(Climb);
        Assert.Equal(Ends(inMemory), Ends(stored));
    }

    [Fact]
    public void A_study_that_is_resumed_prunes_as_an_unbroken_one()
    {
        var unbroken = Open(true);
        unbroken.Run(Climb);

        for (var trials = 1; trials <= 20; trials += 4)
            Study.Open(Store, Definition with { Trials = trials }).Run(Climb);
        var resumed = Study.Open(Store, Definition);
        resumed.Run(Climb);
        Assert.Equal(Ends(unbroken), Ends(resumed));
        Assert.Equal(Ends(unbroken), Ends(Study.Open(Store, Definition)));
    }

    [Fact]
    public void Reports_of_aStored_trial_are_the_epochs_of_its_run()
    {
        var study = Open(false);
        var trial = study.Ask()!;
        trial.Report(1, 0.25);
        trial.Report(4, double.NaN);
        Assert.Equal([(1, 0.25), (4, double.NaN)], Store.Epochs(trial.RunId!).Select(epoch => (epoch.Epoch, epoch.Metrics["val_accuracy"])));
    }

    [Fact]
    public void A_report_that_a_training_recorded_is_not_recorded_twice()
    {
        var study = Open(false);
        var trial = study.Ask()!;
        study.Report(trial, 1, 0.25, isRecorded: true);
        Assert.Empty(Store.Epochs(trial.RunId!));
    }

    [Fact]
    public void Steps_rise_from_1()
    {
        var trial = Open(true).Ask()!;
        trial.Report(2, 0.5);
        Assert.Contains("reported step 2 after step 2", Assert.Throws<ArgumentException>(() => trial.Report(2, 0.5)).Message);
        Assert.Throws<ArgumentException>(() => Open(true).Ask()!.Report(0, 0.5));
    }

    [Fact]
    public void A_study_without_a_pruner_prunes_nothing()
    {
        var trial = Study.InMemory(Definition with { Pruner = null }).Ask()!;
        trial.Report(1, double.NaN);
        Assert.False(trial.ShouldPrune());
    }

    [Fact]
    public void A_trial_that_reports_again_after_the_advice_to_end_comes_to_its_own_end()
    {
        var study = Open(true);
        var first = study.Ask()!;
        for (var step = 1; step <= Steps; step++) first.Report(step, 1);
        study.Tell(first, 1);
        study.Run(trial =>
        {
            trial.Report(1, double.NaN);
            Assert.True(trial.ShouldPrune());
            trial.Report(2, 0.5);
            return 0.5;
        });
        Assert.All(study.Trials, trial => Assert.Equal(RunStatus.Finished, trial.Status));
    }

    [Fact]
    public void A_pruner_beside_several_objectives_is_refused()
    {
        var definition = new StudyDefinition { Name = "s", Space = Space.Parse("a=0..1"), Pruner = new MedianPruner(), FurtherObjectives = [new StudyObjective("size", Goal.Minimize)] };
        Assert.Contains("the pruner median ends trials by one metric, and 2 are sought. Leave the pruner out", Assert.Throws<ArgumentException>(() => Study.InMemory(definition)).Message);
    }

    [Fact]
    public void Another_pruner_or_setting_is_another_study()
    {
        var first = Study.Open(Store, Definition);
        var second = Study.Open(Store, Definition with { Pruner = new AshaPruner { Reduction = 4 } });
        Assert.NotEqual(first.Id, second.Id);
        Assert.Contains("random asha(grace=1,reduction=3,steps=9), now random asha(grace=1,reduction=4,steps=9)", second.Announcements[0]);
    }

    private Study Open(bool inMemory) => inMemory ? Study.InMemory(Definition) : Study.Open(Store, Definition);

    // A curve that grows to x, quickly where x is large.
    private static double Climb(Trial trial)
    {
        var value = 0.0;
        for (var step = 1; step <= Steps; step++)
        {
            value = trial["x"].AsDouble() * (1 - Math.Pow(0.6, step));
            trial.Report(step, value);
            if (trial.ShouldPrune()) break;
        }
        return value;
    }

    private static List<(RunStatus, double?, int?, string?)> Ends(Study study) =>
        [.. study.Trials.Select(trial => (trial.Status, trial.Value, trial.LastReport?.Step, trial.Reason))];
}
