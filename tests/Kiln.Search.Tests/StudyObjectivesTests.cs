namespace Kiln.Search.Tests;

/// <summary>Studies that seek several metrics, or one within limits.</summary>
public sealed class StudyObjectivesTests : StoredTests
{
    private static readonly StudyDefinition Definition = new()
    {
        Name = "s",
        Space = Space.Parse("x=0..1"),
        Trials = 6,
        Metric = "accuracy",
        FurtherObjectives = [new("parameters", Goal.Minimize)],
    };

    private static readonly (double Accuracy, double Parameters)[] Results = [(0.5, 10), (0.9, 100), (0.8, 50), (0.7, 60), (0.9, 120), (0.5, 10)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_front_has_the_trials_that_none_beats(bool inMemory)
    {
        var study = Run(inMemory ? Study.InMemory(Definition) : Study.Open(Store, Definition));
        Assert.Equal([1, 2, 0, 5], study.ParetoFront.Select(trial => trial.Number));
        Assert.Equal([0.9, 100], study.Trials[1].Values);
        Assert.Equal(1, study.Best!.Number);
        if (!inMemory) Assert.Equal([1, 2, 0, 5], Study.Open(Store, Definition).ParetoFront.Select(trial => trial.Number));
    }

    [Fact]
    public void Of_trials_equal_in_the_first_metric_the_next_one_tells_the_best()
    {
        var study = Study.InMemory(Definition with { Trials = 3 });
        foreach (var parameters in (double[])[100, 60, 60])
            study.Tell(study.Ask()!, new Dictionary<string, double> { ["accuracy"] = 0.9, ["parameters"] = parameters });
        Assert.Equal(1, study.Best!.Number);
    }

    [Fact]
    public void A_trial_that_breaks_a_limit_is_never_the_best()
    {
        var study = Run(Study.InMemory(Definition with { FurtherObjectives = [], Limits = [.. MetricLimit.Parse("parameters<=50 accuracy>0.6")] }));
        Assert.Equal(2, study.Best!.Number);
        Assert.Equal("parameters is 100, and the limit is 50", study.Trials[1].BrokenLimit);
        Assert.Equal("accuracy is 0.5, and the limit is 0.6", study.Trials[0].BrokenLimit);
        Assert.Null(study.Trials[2].BrokenLimit);
    }

    [Fact]
    public void A_trial_without_one_of_the_metrics_failed()
    {
        var study = Study.InMemory(Definition);
        study.Tell(study.Ask()!, 0.5);
        Assert.Equal("no metric 'parameters'; there are accuracy", study.Trials[0].Reason);
    }

    [Theory]
    [InlineData("parameters")]
    [InlineData("parameters<many")]
    [InlineData("<5")]
    public void A_limit_that_cannot_be_read_is_told(string text) =>
        Assert.Contains("Write for example parameters<50000.", Assert.Throws<ArgumentException>(() => MetricLimit.Parse(text)).Message);

    private static Study Run(Study study)
    {
        while (study.Ask() is { } trial)
            study.Tell(trial, new Dictionary<string, double> { ["accuracy"] = Results[trial.Number].Accuracy, ["parameters"] = Results[trial.Number].Parameters });
        return study;
    }
}
