using Kiln.Runs;

namespace Kiln.Search.Tests;

/// <summary>What every pruner keeps to.</summary>
public abstract class PrunerContract
{
    protected const int Steps = 27;

    protected abstract IPruner Pruner { get; }

    [Fact]
    public void It_is_in_the_registry_under_its_name()
    {
        Assert.Equal(Pruner.GetType(), Pruners.Find(Pruner.Name.ToUpperInvariant())?.GetType());
        Assert.Contains(Pruner.Name, Pruners.Names);
        Assert.NotEmpty(Pruner.Description);
    }

    [Fact]
    public void A_trial_without_reports_goes_on() => Assert.False(Pruner.ShouldPrune(new PruningState(0, []) { Others = Field(9), MaxSteps = Steps }));

    [Fact]
    public void A_trial_that_is_alone_goes_to_its_end() =>
        Assert.All(Enumerable.Range(1, Steps), step => Assert.False(Pruner.ShouldPrune(State(Curve(0, 0.1, step), [], Goal.Maximize))));

    [Fact]
    public void A_trial_that_is_worse_than_all_others_and_becomes_worse_is_ended() => Assert.NotNull(EndOf(-1, 1, Goal.Maximize, slope: -1));

    [Fact]
    public void The_smallest_value_wins_where_that_is_the_goal() => Assert.NotNull(EndOf(2, -1, Goal.Minimize, slope: 1));

    [Fact]
    public void A_trial_that_is_better_than_all_others_is_not_ended()
    {
        Assert.Null(EndOf(2, 1, Goal.Maximize));
        Assert.Null(EndOf(-1, -1, Goal.Minimize));
    }

    [Fact]
    public void Equal_trials_are_not_ended() =>
        Assert.Null(EndOf(Enumerable.Range(0, 30).Select(number => new TrialCurve(number, Curve(number, 0.5, Steps, slope: 0), RunStatus.Finished)).ToList(), Curve(30, 0.5, Steps, slope: 0), Goal.Maximize));

    [Fact]
    public void The_order_of_the_others_means_nothing()
    {
        var others = Field(30);
        for (var height = -1.0; height < 2; height += 0.1)
            Assert.Equal(EndOf(others, Curve(30, height, Steps), Goal.Maximize), EndOf([.. others.Reverse()], Curve(30, height, Steps), Goal.Maximize));
    }

    [Fact]
    public void A_report_of_no_number_among_the_others_does_not_matter()
    {
        List<TrialCurve> others = [.. Field(30)];
        var without = EndOf(others, Curve(99, 0.2, Steps), Goal.Maximize);
        others.Add(new TrialCurve(98, [.. Enumerable.Range(1, Steps).Select(step => new IntermediateValue(step, double.NaN))], RunStatus.Failed));
        Assert.Equal(without, EndOf(others, Curve(99, 0.2, Steps), Goal.Maximize));
    }

    [Fact]
    public void A_trial_at_its_last_step_is_let_end() =>
        Assert.False(Pruner.ShouldPrune(new PruningState(99, [new(Steps, -1)]) { Others = Field(30), MaxSteps = Steps }));

    /// <summary>Trials that have ended, trial i about as good as i of the count.</summary>
    protected static IReadOnlyList<TrialCurve> Field(int count, int sign = 1) =>
        [.. Enumerable.Range(0, count).Select(i => new TrialCurve(i, Curve(i, sign * i / (double)count, Steps, slope: sign), RunStatus.Finished))];

    protected static IReadOnlyList<IntermediateValue> Curve(int number, double height, int steps, double slope = 1) =>
        [.. Enumerable.Range(1, steps).Select(step => new IntermediateValue(step, height + slope * (0.01 * step + 1e-4 * ((number * 7 + step * 3) % 11))))];

    protected static PruningState State(IReadOnlyList<IntermediateValue> values, IReadOnlyList<TrialCurve> others, Goal goal) =>
        new(99, values) { Others = others, Goal = goal, MaxSteps = Steps };

    /// <summary>The step at which a trial of that height ends among thirty; null for none.</summary>
    private int? EndOf(double height, int sign, Goal goal, int? slope = null) => EndOf(Field(30, sign), Curve(99, height, Steps, slope ?? sign), goal);

    private int? EndOf(IReadOnlyList<TrialCurve> others, IReadOnlyList<IntermediateValue> values, Goal goal)
    {
        for (var count = 1; count <= values.Count; count++)
            if (Pruner.ShouldPrune(State([.. values.Take(count)], others, goal))) return values[count - 1].Step;
        return null;
    }
}
