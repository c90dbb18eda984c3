using System.Text.Json;
using Kiln.Runs;

namespace Kiln.Search.Tests;

public class CmaEsSamplerTests : SamplerContract
{
    protected override ISampler Sampler => new CmaEsSampler();

    [Fact]
    public void It_finds_the_bottom_of_a_narrow_valley()
    {
        // The valley runs askew: a search that looks at one number at a time does not get along it.
        var space = Space.Parse("x=-5..5 y=-5..5 z=-5..5");
        double Valley(Trial trial)
        {
            double x = trial["x"].AsDouble() - 1, y = trial["y"].AsDouble() - 2, z = trial["z"].AsDouble() + 1;
            return Math.Pow(x + y + z, 2) * 100 + Math.Pow(x - y, 2) + Math.Pow(y - z, 2);
        }
        var study = Study.InMemory(new StudyDefinition { Name = "s", Space = space, Sampler = Sampler, Trials = 500, Goal = Goal.Minimize });
        Assert.InRange(study.Run(Valley)!.Value!.Value, 0, 1e-4);
    }

    [Fact]
    public void The_covariance_of_an_even_slope_stays_one_and_its_mean_moves_down()
    {
        var evolution = new CmaEvolution(2);
        var random = new DrawSequence(1, 0);
        for (var generation = 0; generation < 5; generation++)
            evolution.Learn([.. Enumerable.Range(0, 6).Select(_ => evolution.At([random.Next() - 0.5, random.Next() - 0.5])).OrderBy(place => place[0])]);
        Assert.InRange(evolution.Mean[0], -10, 0.4);
    }
}

public class GpSamplerTests : SamplerContract
{
    protected override ISampler Sampler => new GpSampler();

    [Fact]
    public void Mean_and_deviation_are_those_of_scikit_learn()
    {
        using var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", "gp.json")));
        double[] Row(JsonElement element) => [.. element.EnumerateArray().Select(value => value.GetDouble())];
        double[][] Rows(string name) => [.. golden.RootElement.GetProperty(name).EnumerateArray().Select(Row)];
        double[] Values(string name) => Row(golden.RootElement.GetProperty(name));
        var kernel = new MaternKernel([false, false, false], Values("lengths"), golden.RootElement.GetProperty("variance").GetDouble());
        var process = GaussianProcess.Of(Rows("places"), Values("values"), kernel, golden.RootElement.GetProperty("noise").GetDouble())!;
        foreach (var (place, mean, deviation) in Rows("asked").Zip(Values("means"), Values("deviations")))
        {
            Assert.Equal(mean, process.At(place).Mean, 1e-9);
            Assert.Equal(deviation, Math.Sqrt(process.At(place).Variance), 1e-7);
        }
    }

    [Fact]
    public void Slopes_of_the_kernel_are_those_of_small_steps()
    {
        double[] one = [0.1, 0.5, 0.25], other = [0.3, 0.2, 0.75], lengths = [0.4, 0.9, 0.7];
        bool[] areWords = [false, false, true];
        var slopes = new double[3];
        var value = new MaternKernel(areWords, lengths, 1.3).WithSlopes(one, other, slopes);
        Assert.Equal(new MaternKernel(areWords, lengths, 1.3).Of(one, other), value, 1e-12);
        for (var i = 0; i < 3; i++)
        {
            double Moved(double by) => new MaternKernel(areWords, [.. lengths.Select((length, d) => d == i ? length * Math.Exp(by) : length)], 1.3).Of(one, other);
            Assert.Equal((Moved(1e-5) - Moved(-1e-5)) / 2e-5, slopes[i], 1e-8);
        }
    }

    [Fact]
    public void It_finds_a_smooth_bottom_in_few_trials()
    {
        var space = Space.Parse("x=0..1 y=0..1 kind={a,b}");
        var study = Study.InMemory(new StudyDefinition { Name = "s", Space = space, Sampler = Sampler, Trials = 30, Goal = Goal.Minimize });
        var best = study.Run(trial => Math.Pow(trial["x"].AsDouble() - 0.3, 2) + Math.Pow(trial["y"].AsDouble() - 0.7, 2) + (trial["kind"].ToString() == "b" ? 0 : 0.2));
        Assert.InRange(best!.Value!.Value, 0, 1e-3);
    }

    [Fact]
    public void It_keeps_away_from_where_trials_are_under_way()
    {
        var space = Space.Parse("x=0..1 y=0..1");
        var finished = Enumerable.Range(0, 15).Select(number => (number, point: new SobolSampler().Propose(new SearchState(space, 1, number))!))
            .Select(trial => new FinishedTrial(trial.number, trial.point, Math.Sin(9 * trial.point["x"].AsDouble()) + Math.Cos(11 * trial.point["y"].AsDouble()), RunStatus.Finished, null, null)).ToList();
        var state = new SearchState(space, 1, 15) { Goal = Goal.Minimize, Finished = finished };
        var first = Sampler.Propose(state)!;
        var second = Sampler.Propose(state with { Pending = [first] })!;
        Assert.True(Math.Abs(first["x"].AsDouble() - second["x"].AsDouble()) + Math.Abs(first["y"].AsDouble() - second["y"].AsDouble()) > 0.01);
    }
}

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
