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

    [Fact]
    public void Neighbours_in_a_list_of_numbers_tell_of_each_other_and_words_do_not()
    {
        var numbers = string.Join(',', Enumerable.Range(1, 20));
        var words = string.Join(',', Enumerable.Range(1, 20).Select(i => $"w{i}"));
        var near = Enumerable.Range(0, 20).Average(seed => Nearest(numbers, seed));
        var far = Enumerable.Range(0, 20).Average(seed => Nearest(words, seed));
        Assert.True(near < 0.75 * far, $"{near} and {far}");

        // Only together do they tell: a sum of squares of differences of neighbours.
        static double Nearest(string list, long seed) => Study.InMemory(new StudyDefinition { Name = "s", Space = Space.Parse($"a={{{list}}} b={{{list}}} c={{{list}}}"), Sampler = new TpeSampler(), Trials = 60, Goal = Goal.Minimize, Seed = seed })
            .Run(trial => Math.Pow(At(trial, "a") - 13, 2) + Math.Pow(At(trial, "b") - At(trial, "a"), 2) + Math.Pow(At(trial, "c") - At(trial, "b"), 2))!.Value!.Value;

        static double At(Trial trial, string name) => int.Parse(trial[name].ToString().TrimStart('w'));
    }

    [Theory]
    [InlineData("x={1,2,4}", true)]
    [InlineData("x={1e-1,1e-2,1e-3}", true)]
    [InlineData("x={1,4,2}", false)]
    [InlineData("x={1,2}", false)]
    [InlineData("x={a,b,c}", false)]
    [InlineData("x=bool", false)]
    [InlineData("x=0..1", true)]
    public void Values_are_ordered_where_they_are_numbers_that_rise_or_fall(string space, bool expected) => Assert.Equal(expected, Space.Parse(space).Dimensions[0].IsOrdered);

    [Fact]
    public void The_best_trials_count_by_how_much_better_they_are_than_the_others()
    {
        Assert.Equal([2, 1, 0], Weights([-4, -2, 0, 0, 3])!);
        // Equal ones, those too far apart for a number, pruned ones, and those with several values count alike.
        Assert.Null(Weights([1, 1, 1, 1, 1]));
        Assert.Null(Weights([-double.MaxValue, -1, 0, double.MaxValue, double.MaxValue]));
        Assert.Null(Weights([1, 2, null, null]));
        Assert.Null(Weights([1, 2, 3]));
        Assert.Null(Improvements.WeightsOf(Ranked([1, 2, 3, 4]), 3, new SearchState(Bowl, 0, 9) { Goals = [Goal.Minimize, Goal.Minimize] }));

        static double[]? Weights(double?[] values) => Improvements.WeightsOf(Ranked(values), 3, new SearchState(Bowl, 0, 9) { Goal = Goal.Minimize });
        static List<FinishedTrial> Ranked(double?[] values) => [.. values.Select((value, i) => new FinishedTrial(i, new Dictionary<string, ParameterValue>(), value, value is null ? RunStatus.Pruned : RunStatus.Finished, null, null))];
    }

    [Fact]
    public void A_weighted_density_is_one_over_the_whole_range()
    {
        var density = new ParzenEstimator(Space.Parse("x=0..1"), [[0.2], [0.5], [0.9]], [2, 1, 0]);
        Assert.Equal(1, Enumerable.Range(0, 10_000).Average(i => Math.Exp(density.LogDensity([(i + 0.5) / 10_000]))), 1e-4);
        Assert.True(density.LogDensity([0.2]) > density.LogDensity([0.5]));
        var draws = new DrawSequence(1, 1);
        var drawn = Enumerable.Range(0, 4000).Select(_ => density.Draw(draws)[0]).ToList();
        foreach (var edge in new[] { 0.2, 0.4, 0.6, 0.8 })
            Assert.Equal(Enumerable.Range(0, 10_000).Select(i => (i + 0.5) / 10_000).Where(x => x < edge).Sum(x => Math.Exp(density.LogDensity([x]))) / 10_000, drawn.Count(x => x < edge) / 4000.0, 0.03);
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
