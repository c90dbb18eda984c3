using Kiln.Runs;

namespace Kiln.Search.Tests;

/// <summary>A study in memory: what it does with any log.</summary>
public class StudyTests
{
    private static readonly StudyDefinition Definition = new() { Name = "s", Space = Space.Parse("x=-1..1 y=-1..1"), Trials = 20 };

    [Theory]
    [InlineData(Goal.Maximize)]
    [InlineData(Goal.Minimize)]
    public void The_best_trial_is_the_one_with_the_best_value(Goal goal)
    {
        var study = Study.InMemory(Definition with { Goal = goal });
        var best = study.Run(trial => trial["x"].AsDouble());
        var values = study.Trials.Select(trial => trial.Value!.Value).ToList();
        Assert.Equal(20, values.Count);
        Assert.Equal(goal == Goal.Maximize ? values.Max() : values.Min(), best!.Value);
        Assert.Equal("all 20 trials are done or under way", study.EndReason);
    }

    [Fact]
    public void A_failing_and_a_nan_trial_are_rows_with_their_reasons_and_the_search_goes_on()
    {
        var study = Study.InMemory(Definition with { Trials = 4 });
        study.Run(trial => trial.Number switch
        {
            0 => double.NaN,
            1 => throw new InvalidOperationException("boom"),
            _ => 1,
        });
        Assert.Equal(
            [(RunStatus.Failed, "val_accuracy is NaN"), (RunStatus.Failed, "InvalidOperationException: boom"), (RunStatus.Finished, null), (RunStatus.Finished, null)],
            study.Trials.Select(trial => (trial.Status, trial.Reason)));
        Assert.Equal(2, study.Best!.Number);
    }

    [Fact]
    public void Three_failures_in_a_row_end_the_study()
    {
        var study = Study.InMemory(Definition);
        Assert.Null(study.Run(_ => throw new InvalidOperationException("boom")));
        Assert.Equal(3, study.Trials.Count);
        Assert.Equal("3 trials in a row failed, the last (trial 2) because: InvalidOperationException: boom", study.EndReason);
        Assert.Null(study.Ask());
    }

    [Fact]
    public void A_success_between_failures_keeps_the_study_going()
    {
        var study = Study.InMemory(Definition);
        study.Run(trial => trial.Number % 3 == 2 ? 1 : double.NaN);
        Assert.Equal(20, study.Trials.Count);
    }

    [Fact]
    public void A_paused_trial_is_handed_out_again()
    {
        var study = Study.InMemory(Definition);
        var trial = study.Ask()!;
        study.Pause(trial, "interrupted");
        Assert.Empty(study.Trials);
        var again = study.Ask()!;
        Assert.Equal((trial.Number, true), (again.Number, again.IsTakenUp));
        Assert.Equal(trial.Parameters, again.Parameters);
    }

    [Fact]
    public void A_cancelled_objective_leaves_its_trial_for_later()
    {
        var study = Study.InMemory(Definition);
        using var cancel = new CancellationTokenSource();
        study.Run(
            trial =>
            {
                if (trial.Number == 2)
                {
                    cancel.Cancel();
                    cancel.Token.ThrowIfCancellationRequested();
                }
                return 1;
            },
            cancel.Token);
        Assert.Equal([0, 1], study.Trials.Select(trial => trial.Number));
        Assert.Equal(2, study.Ask()!.Number);
    }

    [Fact]
    public void A_grid_ends_when_it_is_tried_whole_and_says_so_beforehand()
    {
        var study = Study.InMemory(Definition with { Sampler = new GridSampler(), Space = Space.Parse("a={1,2,3}") });
        Assert.Equal(["The grid has 3 points, fewer than 20: all of them are tried."], study.Announcements);
        Assert.Equal(3, study.TotalTrials);
        study.Run(_ => 1);
        Assert.Equal(3, study.Trials.Count);
        Assert.Equal("nothing is left to try after 3 trials", study.EndReason);
    }

    [Fact]
    public void A_grid_that_is_not_tried_whole_announces_it()
    {
        var study = Study.InMemory(Definition with { Sampler = new GridSampler(), Space = Space.Parse("a=0..1 b=0..1") });
        Assert.Equal(["The grid has 25 points, and 20 trials were asked for: only the first 20 points are tried."], study.Announcements);
        Assert.Equal(20, study.TotalTrials);
    }

    [Fact]
    public void A_trial_is_told_of_once()
    {
        var study = Study.InMemory(Definition);
        var trial = study.Ask()!;
        study.Tell(trial, 1);
        Assert.Throws<ArgumentException>(() => study.Tell(trial, 1));
        Assert.Throws<ArgumentException>(() => study.Fail(trial with { Number = 9 }, "no"));
    }

    [Fact]
    public void An_unknown_parameter_names_those_there_are()
    {
        var trial = Study.InMemory(Definition).Ask()!;
        Assert.Contains("It has: x, y.", Assert.Throws<ArgumentException>(() => trial["z"]).Message);
    }
}
