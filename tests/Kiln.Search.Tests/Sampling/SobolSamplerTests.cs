using System.Globalization;

namespace Kiln.Search.Tests;

public class SobolSamplerTests : SamplerContract
{
    protected override ISampler Sampler => new SobolSampler();

    [Fact]
    public void Unscrambled_points_are_those_of_scipy()
    {
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "golden", "sobol.csv")).Skip(1))
        {
            var cells = line.Split(',');
            var expected = cells[1..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture));
            Assert.Equal(expected, Enumerable.Range(0, SobolSequence.MostDimensions).Select(dimension => SobolSequence.Plain(dimension, uint.Parse(cells[0], CultureInfo.InvariantCulture))));
        }
    }

    [Fact]
    public void The_first_points_fill_every_dimension_without_gaps()
    {
        for (var dimension = 0; dimension < SobolSequence.MostDimensions; dimension++)
            for (var seed = 0u; seed < 3; seed++)
                Assert.Equal(256, Enumerable.Range(0, 256).Select(i => (int)(SobolSequence.Scrambled(dimension, (uint)i, seed * 7919) * 256)).Distinct().Count());
    }

    [Fact]
    public void The_first_points_fill_two_dimensions_together_without_gaps()
    {
        // Every box of a width of 2^-a and a height of 2^-(8-a) holds one of the first 256 points.
        for (var a = 0; a <= 8; a++)
            Assert.Equal(256, Enumerable.Range(0, 256).Select(i => ((int)(SobolSequence.Scrambled(0, (uint)i, 11) * (1 << a)), (int)(SobolSequence.Scrambled(1, (uint)i, 12) * (1 << (8 - a))))).Distinct().Count());
    }

    [Fact]
    public void Another_seed_gives_other_trials()
    {
        var space = Space.Parse("a=0..1");
        Assert.NotEqual(Text(Sampler.Propose(new SearchState(space, 1, 0))), Text(Sampler.Propose(new SearchState(space, 2, 0))));
    }

    [Fact]
    public void More_dimensions_than_the_sequence_has_are_drawn()
    {
        var space = Space.Parse(string.Join(" ", Enumerable.Range(0, 70).Select(i => $"a{i}=0..1")));
        var places = Enumerable.Range(0, 64).Select(trial => Sampler.Propose(new SearchState(space, 1, trial))!["a69"].AsDouble()).ToList();
        Assert.InRange(places.Distinct().Count(), 60, 64);
    }
}
