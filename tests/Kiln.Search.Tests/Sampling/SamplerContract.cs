using Kiln.Runs;

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

    [Theory]
    [InlineData("a=0..1")]
    [InlineData("a=1..3(int) b=32..256(int,step=32)")]
    [InlineData("a={x,y}")]
    [InlineData("a=log(1e-6,1) b={1,2,3} c=0..1(step=0.25)")]
    [InlineData("opt={sgd,adam,rmsprop} momentum=0..0.99 if opt={sgd,rmsprop} nesterov=bool if opt=sgd lr=log(1e-5,1)")]
    [InlineData("layers=1..3(int) a=8..64(int) b=8..64(int) if layers>=2 c=8..64(int) if layers>=3 drop={0.1,0.2} if c>32")]
    [InlineData("width={32,64,128} layers=1..8(int) lr=0..1 where width*layers<=256 where lr<=0.5")]
    public void A_study_over_any_space_stays_inside_it(string text)
    {
        var space = Space.Parse(text);
        foreach (var trial in TrialsOn(space, 40, trial => trial.Parameters.Sum(pair => pair.Key.Length + pair.Value.ToString().Length)))
            Assert.True(space.Contains(trial.Parameters), $"{trial.Number}: {Text(trial.Parameters)}");
    }

    [Fact]
    public virtual void Values_that_are_all_equal_do_no_harm() => Assert.Equal(60, TrialsOn(Everything, 60, _ => 1).Select(trial => Text(trial.Parameters)).Distinct().Count());

    [Theory]
    [InlineData(double.MaxValue)]
    [InlineData(1e-300)]
    public void Values_of_any_size_do_no_harm(double size) =>
        Assert.All(TrialsOn(Everything, 40, trial => trial.Number % 3 == 0 ? -size : size), trial => Assert.True(Everything.Contains(trial.Parameters)));

    [Fact]
    public void Trials_that_fail_or_are_pruned_do_no_harm()
    {
        var finished = TrialsOn(Everything, 30, trial => trial.Number).Select(trial => (trial.Number % 4) switch
        {
            0 => trial with { Value = null, Status = RunStatus.Failed },
            1 => trial with { Value = null, Status = RunStatus.Pruned, LastReport = new IntermediateValue(3, trial.Number) },
            2 => trial with { Value = null, Status = RunStatus.Pruned },
            _ => trial,
        }).ToList();
        Assert.True(Everything.Contains(Sampler.Propose(new SearchState(Everything, 1, 30) { Finished = finished })!));
        Assert.True(Everything.Contains(Sampler.Propose(new SearchState(Everything, 1, 30) { Finished = [.. finished.Where(trial => trial.Value is null)] })!));
    }

    [Fact]
    public void Trials_that_somebody_else_chose_do_no_harm()
    {
        var elsewhere = Space.Parse("lr=log(1e-9,9) width={7} other=0..1 bias={1,2}");
        var finished = Enumerable.Range(0, 40).Select(number => new FinishedTrial(
            number, new RandomSampler().Propose(new SearchState(elsewhere, 0, number))!, number, RunStatus.Finished, null, null)).ToList();
        Assert.True(Everything.Contains(Sampler.Propose(new SearchState(Everything, 1, 40) { Finished = finished })!));
    }

    [Fact]
    public void Trials_under_way_do_no_harm()
    {
        var finished = TrialsOn(Everything, 30, trial => trial.Number % 7);
        var state = new SearchState(Everything, 1, 34) { Finished = finished.Where(trial => trial.Number % 5 > 0).ToList() };
        state = state with { Pending = [.. finished.Where(trial => trial.Number % 5 == 0).Select(trial => trial.Parameters)] };
        Assert.True(Everything.Contains(Sampler.Propose(state)!));
        Assert.Equal(Text(Sampler.Propose(state)), Text(Sampler.Propose(state)));
    }

    [Fact]
    public void A_rule_that_nothing_keeps_to_is_told()
    {
        var space = Space.Parse("a=0..1 b=0..1 where a+b>3");
        if (Sampler.CountTrials(space) is { } count) Assert.Equal(0, count);
        else Assert.Contains("where a+b>3", Assert.Throws<InvalidOperationException>(() => Sampler.Propose(new SearchState(space, 0, 0))).Message, StringComparison.Ordinal);
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

    private IReadOnlyList<FinishedTrial> TrialsOn(Space space, int trials, Func<Trial, double> objective)
    {
        var study = Study.InMemory(new StudyDefinition { Name = "s", Space = space, Sampler = Sampler, Trials = trials, Seed = 5 });
        study.Run(objective);
        return study.Trials;
    }

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
