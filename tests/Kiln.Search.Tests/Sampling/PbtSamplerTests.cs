using Kiln.Runs;

namespace Kiln.Search.Tests;

public class PbtSamplerTests : SamplerContract
{
    private static readonly Space Rates = Space.Parse("lr=log(1e-4,1) batch=16..128(int) opt={a,b,c,d}");

    protected override ISampler Sampler => new PbtSampler();

    // The best of equals go on as they are: that is what this way to search is for.
    public override void Values_that_are_all_equal_do_no_harm() =>
        Assert.Equal(60, Evolved(new PbtSampler(), Rates, 60, _ => 1).Count);

    [Fact]
    public void The_worst_quarter_goes_on_from_the_best_and_the_others_from_themselves()
    {
        var trials = Evolved(new PbtSampler(), Rates, 24, trial => -Math.Abs(Math.Log(trial["lr"].AsDouble() / 0.01)));
        for (var generation = 1; generation < 3; generation++)
        {
            var before = trials.Where(trial => trial.Number / 8 == generation - 1).OrderByDescending(trial => trial.Value).ThenBy(trial => trial.Number).ToList();
            foreach (var trial in trials.Where(trial => trial.Number / 8 == generation))
            {
                var rank = before.FindIndex(earlier => earlier.Number % 8 == trial.Number % 8);
                if (rank < 6)
                {
                    Assert.Equal(before[rank].Number, trial.Origin);
                    Assert.Equal(Text(before[rank].Parameters), Text(trial.Parameters));
                }
                else
                {
                    Assert.Contains(trial.Origin, before.Take(2).Select(best => (int?)best.Number));
                    Assert.NotEqual(Text(trials[trial.Origin!.Value].Parameters), Text(trial.Parameters));
                }
            }
        }
        Assert.All(trials.Take(8), trial => Assert.Null(trial.Origin));
    }

    [Fact]
    public void A_copy_has_each_number_times_a_factor_or_a_list_s_neighbour()
    {
        var sampler = new PbtSampler { ResampleProbability = 0, Population = 4 };
        var trials = Evolved(sampler, Rates, 80, trial => trial.Number % 4);
        var copies = trials.Where(trial => trial.Origin is { } origin && origin % 4 != trial.Number % 4).ToList();
        Assert.Equal(19, copies.Count);
        Assert.All(copies, copy =>
        {
            var origin = trials[copy.Origin!.Value].Parameters;
            var rate = origin["lr"].AsDouble();
            Assert.Contains(copy.Parameters["lr"].AsDouble(), new[] { Math.Max(1e-4, rate * 0.8), Math.Min(1, rate * 1.2) });
            Assert.True(Rates.Contains(copy.Parameters));
            Assert.InRange(Math.Abs("abcd".IndexOf(copy.Parameters["opt"].ToString()) - "abcd".IndexOf(origin["opt"].ToString())), 0, 1);
        });
        Assert.Equal(2, copies.Select(copy => copy.Parameters["lr"].AsDouble() > trials[copy.Origin!.Value].Parameters["lr"].AsDouble()).Distinct().Count());
    }

    [Fact]
    public void A_quarter_of_the_settings_of_copies_is_drawn_anew()
    {
        var trials = Evolved(new PbtSampler { Population = 2 }, Space.Parse("lr=0..1"), 1000, trial => trial.Number % 2);
        var copies = trials.Where(trial => trial.Origin is { } origin && origin % 2 != trial.Number % 2).ToList();
        var near = copies.Count(copy => new[] { 0.8, 1.2 }.Any(factor => Math.Abs(copy.Parameters["lr"].AsDouble() - Math.Min(1, factor * trials[copy.Origin!.Value].Parameters["lr"].AsDouble())) < 1e-12));
        Assert.InRange(1 - near / (double)copies.Count, 0.19, 0.31);
    }

    [Theory]
    [InlineData("a=5..100(int)", 10, 0.8, "8")]
    [InlineData("a=1..4(int)", 1, 1.2, "2")]
    [InlineData("a=1..4(int)", 1, 0.8, "1")]
    [InlineData("a={1,2,4}", 4, 1.2, "4")]
    [InlineData("a={1,2,4}", 4, 0.8, "2")]
    [InlineData("a=32..256(int,step=32)", 64, 1.2, "96")]
    [InlineData("a=log(1e-3,10)", 10, 1.2, "10.0")]
    [InlineData("a=0..4", 2, 1.2, "2.4")]
    public void A_perturbed_value_stays_inside_its_dimension(string space, long value, double factor, string expected) =>
        Assert.Equal(expected, Space.Parse(space).Dimensions[0].Perturbed(value, factor).ToString());

    [Fact]
    public void A_generation_waits_for_the_one_before_it_and_then_is_the_same_for_everybody()
    {
        var sampler = new PbtSampler { Population = 4 };
        var alone = Evolved(sampler, Rates, 12, trial => trial["lr"].AsDouble());
        var study = Study.InMemory(new StudyDefinition { Name = "s", Space = Rates, Sampler = sampler, Trials = 12, Seed = 5 });
        var first = Enumerable.Range(0, 4).Select(_ => study.Ask()!).ToList();
        Assert.Null(study.Ask());
        Assert.Equal("trial 4 waits for those under way elsewhere", study.EndReason);
        foreach (var trial in first.AsEnumerable().Reverse()) study.Tell(trial, trial["lr"].AsDouble());
        study.Run(trial => trial["lr"].AsDouble());
        Assert.Equal(alone.Select(trial => $"{trial.Origin} {Text(trial.Parameters)}"), study.Trials.Select(trial => $"{trial.Origin} {Text(trial.Parameters)}"));
    }

    [Fact]
    public void A_member_that_fails_copies_and_a_generation_that_fails_is_passed_over()
    {
        var study = Study.InMemory(new StudyDefinition { Name = "s", Space = Rates, Sampler = new PbtSampler { Population = 4 }, Trials = 16, Seed = 5, MaxFailures = 99 });
        study.Run(trial => trial.Number is 1 or (>= 4 and < 8) ? double.NaN : trial.Number);
        var trials = study.Trials;
        Assert.NotEqual(1, trials[5].Origin);
        Assert.All(trials.Skip(8).Take(4), trial => Assert.Equal(3, trial.Origin));
        Assert.Equal(16, trials.Count);
    }

    [Fact]
    public void A_stored_study_knows_whom_its_trials_went_on_from()
    {
        using var folder = new TemporaryStore();
        var definition = new StudyDefinition { Name = "s", Space = Rates, Sampler = new PbtSampler { Population = 4 }, Trials = 12, Seed = 5 };
        using (var store = folder.Open()) Study.Open(store, definition with { Trials = 7 }).Run(trial => trial["lr"].AsDouble());
        using var again = folder.Open();
        var study = Study.Open(again, definition);
        study.Run(trial => trial["lr"].AsDouble());
        Assert.Equal(Evolved(new PbtSampler { Population = 4 }, Rates, 12, trial => trial["lr"].AsDouble()).Select(trial => trial.Origin), study.Trials.Select(trial => trial.Origin));
        var row = again.Get(study.Trials[9].RunId!);
        Assert.Equal((study.Trials[study.Trials[9].Origin!.Value].RunId, RunRecord.Branch), (row.Parent, row.ParentKind));
    }

    [Fact]
    public void What_it_cannot_be_set_to_is_told()
    {
        Assert.Contains("Population: expected 2 or more, got 1", Assert.Throws<ArgumentOutOfRangeException>(() => new PbtSampler { Population = 1 }).Message);
        Assert.Contains("from 0 to 0.5, got 0.6", Assert.Throws<ArgumentOutOfRangeException>(() => new PbtSampler { Quantile = 0.6 }).Message);
        Assert.Contains("numbers above 0", Assert.Throws<ArgumentOutOfRangeException>(() => new PbtSampler { Factors = [0.8, 0] }).Message);
    }

    private static IReadOnlyList<FinishedTrial> Evolved(PbtSampler sampler, Space space, int trials, Func<Trial, double> objective)
    {
        var study = Study.InMemory(new StudyDefinition { Name = "s", Space = space, Sampler = sampler, Trials = trials, Seed = 5 });
        study.Run(objective);
        return study.Trials;
    }
}
