namespace Kiln.Search.Tests;

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
