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
