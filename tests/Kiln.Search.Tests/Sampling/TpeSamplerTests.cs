using System.Collections.Immutable;
using Kiln.Runs;

namespace Kiln.Search.Tests;

public class TpeSamplerTests : SamplerContract
{
    private static readonly Space Bowl = Space.Parse("x=0..1 y=0..1 kind={a,b,c}");

    protected override ISampler Sampler => new TpeSampler();

    [Fact]
    public void It_begins_as_the_random_search_does()
    {
        for (var trial = 0; trial < 10; trial++)
            Assert.Equal(Text(new RandomSampler().Propose(new SearchState(Bowl, 3, trial))), Text(Sampler.Propose(After(trial, 3))));
    }

    [Fact]
    public void It_finds_better_points_than_random_search_in_nine_of_ten_studies()
    {
        var better = Enumerable.Range(0, 20).Count(seed => Best(Sampler, seed) < Best(new RandomSampler(), seed));
        Assert.True(better >= 18, $"in {better} of 20");
    }

    [Fact]
    public void It_seeks_the_greatest_value_where_that_is_the_goal()
    {
        var study = Study.InMemory(new StudyDefinition { Name = "s", Space = Bowl, Sampler = Sampler, Trials = 60, Goal = Goal.Maximize });
        Assert.InRange(study.Run(trial => -Height(trial.Parameters))!.Value!.Value, -0.01, 0);
    }

    [Fact]
    public void It_keeps_away_from_where_trials_are_under_way()
    {
        var alone = After(40, 1);
        var first = Sampler.Propose(alone)!;
        // Twenty workers are at the place that looks best: the next one goes elsewhere.
        var crowded = Sampler.Propose(alone with { Pending = [.. Enumerable.Repeat(first, 20)] })!;
        Assert.True(Distance(first, crowded) > 0.01, $"{Text(first)} and {Text(crowded)}");
    }

    [Fact]
    public void It_learns_to_keep_away_from_where_trials_fail()
    {
        var study = Study.InMemory(new StudyDefinition { Name = "s", Space = Bowl, Sampler = Sampler, Trials = 80, Goal = Goal.Minimize, MaxFailures = 1000 });
        study.Run(trial => trial["x"].AsDouble() > 0.5 ? double.NaN : Height(trial.Parameters));
        var failed = study.Trials.Where(trial => trial.Value is null).Select(trial => trial.Number).ToList();
        Assert.InRange(failed.Count(number => number >= 40), 0, 8);
    }

    [Fact]
    public void Points_that_are_all_equal_leave_the_rest_of_the_space_possible()
    {
        var point = Sampler.Propose(new SearchState(Bowl, 0, 0))!;
        var state = new SearchState(Bowl, 0, 30) { Finished = [.. Enumerable.Range(0, 30).Select(i => new FinishedTrial(i, point, 1, RunStatus.Finished, null, null))] };
        Assert.All(Bowl.Dimensions, dimension => Assert.True(dimension.Contains(Sampler.Propose(state)![dimension.Name])));
    }

    [Theory]
    [InlineData("x=-3..8", "-1.25")]
    [InlineData("x=log(1e-5,1)", "0.0003")]
    [InlineData("x=-4..7(int)", "7")]
    [InlineData("x=2..500(log,int)", "31")]
    [InlineData("x={a,b,c}", "c")]
    [InlineData("x=bool", "true")]
    public void A_value_stands_at_the_place_that_gives_it(string space, string value)
    {
        var dimension = Space.Parse(space).Dimensions[0];
        var back = dimension.At(dimension.PlaceOf(ParameterValue.Parse(value)));
        if (back.Kind == ParameterKind.Double) Assert.Equal(ParameterValue.Parse(value).AsDouble(), back.AsDouble(), 1e-12);
        else Assert.Equal(value, back.ToString());
    }

    private static double Height(IReadOnlyDictionary<string, ParameterValue> at) =>
        Math.Pow(at["x"].AsDouble() - 0.3, 2) + Math.Pow(at["y"].AsDouble() - 0.7, 2) + (at["kind"].ToString() == "b" ? 0 : 0.2);

    private static double Best(ISampler sampler, long seed)
    {
        var study = Study.InMemory(new StudyDefinition { Name = "s", Space = Bowl, Sampler = sampler, Trials = 50, Goal = Goal.Minimize, Seed = seed });
        return study.Run(trial => Height(trial.Parameters))!.Value!.Value;
    }

    private SearchState After(int trials, long seed)
    {
        var finished = ImmutableList<FinishedTrial>.Empty;
        for (var number = 0; number < trials; number++)
        {
            var point = Sampler.Propose(new SearchState(Bowl, seed, number) { Goal = Goal.Minimize, Finished = finished })!;
            finished = finished.Add(new FinishedTrial(number, point, Height(point), RunStatus.Finished, null, null));
        }
        return new SearchState(Bowl, seed, trials) { Goal = Goal.Minimize, Finished = finished };
    }

    private static double Distance(IReadOnlyDictionary<string, ParameterValue> one, IReadOnlyDictionary<string, ParameterValue> two) =>
        Math.Abs(one["x"].AsDouble() - two["x"].AsDouble()) + Math.Abs(one["y"].AsDouble() - two["y"].AsDouble()) + (one["kind"] == two["kind"] ? 0 : 1);
}
