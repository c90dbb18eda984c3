namespace Kiln.Search.Tests;

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

    [Fact]
    public void What_means_nothing_is_not_tried_twice()
    {
        var space = Space.Parse("opt={sgd,adam} momentum={0,0.9} if opt=sgd lr={1,2}");
        Assert.Equal(
            ["lr=1 momentum=0 opt=sgd", "lr=2 momentum=0 opt=sgd", "lr=1 momentum=0.9 opt=sgd", "lr=2 momentum=0.9 opt=sgd", "lr=1 opt=adam", "lr=2 opt=adam"],
            PointsOf(space));
    }

    [Fact]
    public void What_depends_on_what_depends_is_left_out_with_it()
    {
        var space = Space.Parse("a=bool b=bool if a=true c={1,2,3} if b=true d={x}");
        Assert.Equal(5, space.GridSize);
        Assert.Equal(["a=false d=x", "a=true b=false d=x", "a=true b=true c=1 d=x", "a=true b=true c=2 d=x", "a=true b=true c=3 d=x"], PointsOf(space));
    }

    [Fact]
    public void Points_that_break_a_rule_are_left_out()
    {
        var space = Space.Parse("w={1,2,3} lr={5,6} n={1,2,3} where w*n<=3");
        var points = PointsOf(space);
        Assert.Equal(10, points.Count);
        Assert.Equal(points.Distinct(), points);
        Assert.Equal("lr=5 n=3 w=1", points[2]);
    }

    [Theory]
    [InlineData("a={1,2} b={x,y,z}")]
    [InlineData("a=1..7(int)/7 b=1..5(int)/5 if a>3 where a*b<=20")]
    public void A_drawn_order_tries_the_same_points(string text)
    {
        var space = Space.Parse(text);
        var drawn = PointsOf(space, new GridSampler { IsShuffled = true }, 1);
        Assert.Equal(PointsOf(space).Order(), drawn.Order());
        Assert.NotEqual(PointsOf(space), drawn);
        Assert.NotEqual(drawn, PointsOf(space, new GridSampler { IsShuffled = true }, 2));
    }

    [Fact]
    public void A_drawn_order_is_spread_over_the_grid()
    {
        var space = Space.Parse("a=0..1/100 b=0..1/100");
        var first = Enumerable.Range(0, 100).Select(trial => new GridSampler { IsShuffled = true }.Propose(new SearchState(space, 3, trial))!["a"].AsDouble()).ToList();
        Assert.InRange(first.Average(), 0.4, 0.6);
        Assert.InRange(first.Distinct().Count(), 50, 80);
    }

    private static List<string> PointsOf(Space space, GridSampler? sampler = null, long seed = 0) =>
        [.. Enumerable.Range(0, (int)space.GridSize).Select(trial => Text((sampler ?? new GridSampler()).Propose(new SearchState(space, seed, trial))))];
}

public class ShuffledGridSamplerTests : SamplerContract
{
    protected override ISampler Sampler => new GridSampler { IsShuffled = true };
}
