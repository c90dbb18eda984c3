namespace Kiln.Search.Tests;

/// <summary>What every sampler keeps to.</summary>
public abstract class SamplerContract
{
    private static readonly Space Everything =
        Space.Parse("lr=log(1e-4,1e-1) width={32,64} drop=0..0.5 layers=1..4(int) units=16..256(log,int) bias=bool opt=adam");

    protected abstract ISampler Sampler { get; }

    [Fact]
    public void Every_dimension_gets_a_value_of_its_own()
    {
        for (var trial = 0; trial < 100; trial++)
        {
            var parameters = Propose(5, trial)!;
            Assert.Equal(Everything.Dimensions.Select(dimension => dimension.Name).Order(), parameters.Keys.Order());
            Assert.All(Everything.Dimensions, dimension => Assert.True(dimension.Contains(parameters[dimension.Name])));
        }
    }

    [Fact]
    public void The_same_arguments_give_the_same_trial_in_any_order()
    {
        var forwards = Enumerable.Range(0, 20).Select(trial => Text(Propose(7, trial))).ToList();
        var backwards = Enumerable.Range(0, 20).Reverse().Select(trial => Text(Propose(7, trial))).Reverse().ToList();
        Assert.Equal(forwards, backwards);
    }

    [Fact]
    public void It_stops_where_it_says_and_not_before()
    {
        var small = Space.Parse("a={1,2,3} b=bool");
        if (Sampler.CountTrials(small) is not { } count)
            return;
        Assert.NotNull(Sampler.Propose(new SearchState(small, 0, (int)count - 1)));
        Assert.Null(Sampler.Propose(new SearchState(small, 0, (int)count)));
    }

    [Fact]
    public void It_is_in_the_registry_under_its_name()
    {
        Assert.IsType(Sampler.GetType(), Samplers.Find(Sampler.Name.ToUpperInvariant()));
        Assert.Contains(Sampler.Name, Samplers.Names);
        Assert.NotEmpty(Sampler.Description);
    }

    [Fact]
    public void A_resumed_study_gives_the_trials_of_an_uninterrupted_one()
    {
        Assert.Equal(TrialsOf(sessions: 1), TrialsOf(sessions: 4));
    }

    protected static string Text(IReadOnlyDictionary<string, ParameterValue>? parameters) =>
        parameters is null ? "none" : string.Join(" ", parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));

    private IReadOnlyDictionary<string, ParameterValue>? Propose(long seed, int trial) => Sampler.Propose(new SearchState(Everything, seed, trial));

    private List<string> TrialsOf(int sessions)
    {
        using var folder = new TemporaryStore();
        var seen = new List<string>();
        for (var session = 1; session <= sessions; session++)
        {
            using var store = folder.Open();
            var study = Study.Open(store, new StudyDefinition { Name = "s", Space = Everything, Sampler = Sampler, Trials = 12 * session / sessions });
            study.Run(trial =>
            {
                seen.Add($"{trial.Number}: {Text(trial.Parameters)}");
                return trial["drop"].AsDouble();
            });
        }
        return seen;
    }
}

public class RandomSamplerTests : SamplerContract
{
    protected override ISampler Sampler => new RandomSampler();

    [Fact]
    public void Another_seed_gives_other_trials()
    {
        var space = Space.Parse("a=0..1");
        Assert.NotEqual(Text(Sampler.Propose(new SearchState(space, 1, 0))), Text(Sampler.Propose(new SearchState(space, 2, 0))));
    }

    [Fact]
    public void A_new_dimension_does_not_move_the_others()
    {
        var one = Sampler.Propose(new SearchState(Space.Parse("a=0..1"), 1, 3))!;
        var two = Sampler.Propose(new SearchState(Space.Parse("b=0..1 a=0..1"), 1, 3))!;
        Assert.Equal(one["a"], two["a"]);
        Assert.NotEqual(two["a"], two["b"]);
    }

    [Fact]
    public void Draws_fill_the_range_evenly_in_each_dimension_and_together()
    {
        const int draws = 10_000, cells = 10;
        var space = Space.Parse("a=0..1 b=0..1");
        var counts = new int[cells, cells];
        for (var trial = 0; trial < draws; trial++)
        {
            var point = Sampler.Propose(new SearchState(space, 42, trial))!;
            counts[(int)(point["a"].AsDouble() * cells), (int)(point["b"].AsDouble() * cells)]++;
        }
        const double expected = draws / (double)(cells * cells);
        var chiSquare = counts.Cast<int>().Sum(count => (count - expected) * (count - expected) / expected);
        // Quantiles .001 and .999 of chi-square with 99 degrees of freedom.
        Assert.InRange(chiSquare, 60.0, 148.2);
    }

    [Fact]
    public void The_numbers_stay_the_same_in_all_versions()
    {
        var point = Sampler.Propose(new SearchState(Space.Parse("a=0..1 width={32,64}"), 0, 0))!;
        Assert.Equal("a=0.19889857571114822 width=64", Text(point));
    }
}

public class GridSamplerTests : SamplerContract
{
    protected override ISampler Sampler => new GridSampler();

    [Fact]
    public void Every_combination_is_tried_once_the_last_dimension_fastest()
    {
        var space = Space.Parse("a={1,2} b={x,y,z}");
        var points = Enumerable.Range(0, 6).Select(trial => Text(Sampler.Propose(new SearchState(space, 0, trial))));
        Assert.Equal(["a=1 b=x", "a=1 b=y", "a=1 b=z", "a=2 b=x", "a=2 b=y", "a=2 b=z"], points);
        Assert.Equal(6, Sampler.CountTrials(space));
    }
}
