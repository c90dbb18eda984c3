using Kiln.Runs;

namespace Kiln.Search.Tests;

public class NsgaSamplerTests : SamplerContract
{
    protected override ISampler Sampler => new NsgaSampler();

    [Fact]
    public void It_covers_more_under_a_front_than_random_search_in_nine_of_ten_studies()
    {
        var better = Enumerable.Range(0, 20).Count(seed => Covered(Sampler, seed) > Covered(new RandomSampler(), seed));
        Assert.True(better >= 18, $"in {better} of 20");
    }

    [Fact]
    public void Trials_are_ordered_by_fronts_and_room()
    {
        (double, double)[] values = [(1, 5), (2, 4), (2.1, 3.9), (5, 1), (3, 5), (6, 6)];
        var trials = values.Select((pair, i) => new FinishedTrial(i, new Dictionary<string, ParameterValue>(), pair.Item1, RunStatus.Finished, null, null) { Values = [pair.Item1, pair.Item2] }).ToList();
        var ranked = Pareto.Ranked(trials, [Goal.Minimize, Goal.Minimize]);
        Assert.Equal([0, 0, 0, 0, 1, 2], ranked.Select(one => one.Front));
        Assert.Equal([double.PositiveInfinity, double.PositiveInfinity], [ranked[0].Room, ranked[3].Room]);
        Assert.Equal(1.1 / 4 + 1.1 / 4, ranked[1].Room, 1e-12);
        Assert.Equal(3.0 / 4 + 3.0 / 4, ranked[2].Room, 1e-12);
    }

    // ZDT1 with four numbers: https://doi.org/10.1162/106365600568202; the area below the front within (1.1, 6).
    private static double Covered(ISampler sampler, long seed)
    {
        var space = Space.Parse("a=0..1 b=0..1 c=0..1 d=0..1");
        List<FinishedTrial> finished = [];
        for (var number = 0; number < 120; number++)
        {
            var state = new SearchState(space, seed, number) { Goals = [Goal.Minimize, Goal.Minimize], Goal = Goal.Minimize, Finished = finished };
            var point = sampler.Propose(state)!;
            var (first, g) = (point["a"].AsDouble(), 1 + 3 * "bcd".Sum(name => point[name.ToString()].AsDouble()));
            finished.Add(new FinishedTrial(number, point, first, RunStatus.Finished, null, null) { Values = [first, g * (1 - Math.Sqrt(first / g))] });
        }
        double area = 0, least = 6;
        foreach (var trial in finished.OrderBy(trial => trial.Values[0]))
        {
            if (trial.Values[1] >= least) continue;
            area += (1.1 - trial.Values[0]) * (least - trial.Values[1]);
            least = trial.Values[1];
        }
        return area;
    }
}
