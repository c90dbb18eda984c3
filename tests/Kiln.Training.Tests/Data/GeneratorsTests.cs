using TorchSharp;

namespace Kiln.Training.Tests.Data;

public class GeneratorsTests
{
    [Theory]
    [InlineData("blobs", 500, 3)]
    [InlineData("circles", 500, 2)]
    [InlineData("moons", 500, 2)]
    [InlineData("spirals", 500, 2)]
    [InlineData("blobs(n=90, classes=5, features=4)", 90, 5)]
    [InlineData("SPIRALS( n = 30 , classes=3)", 30, 3)]
    public void Points_have_classes_of_nearly_equal_size(string name, int count, int classes)
    {
        using DataSet data = BuiltIn.Load(name, new DataOptions { Split = "100/0/0" });
        Assert.Equal((count, classes), (data.Train.Count, data.Classes));
        Assert.True(data.Train.ClassCounts.Max() - data.Train.ClassCounts.Min() <= 1);
    }

    [Fact]
    public void The_seed_decides_the_points()
    {
        Assert.Equal(Fingerprint(1), Fingerprint(1));
        Assert.NotEqual(Fingerprint(1), Fingerprint(2));
    }

    [Fact]
    public void Noise_makes_circles_thick()
    {
        using var scope = torch.NewDisposeScope();
        using DataSet data = BuiltIn.Load("circles(noise=0, factor=0.25)", new DataOptions { Split = "100/0/0", Normalize = false });
        float[] radii = data.Inputs.square().sum(1).sqrt().data<float>().ToArray();
        Assert.All(radii.Index(), pair => Assert.Equal(pair.Index % 2 == 0 ? 1 : 0.25, pair.Item, 1e-5));
    }

    [Fact]
    public void The_line_has_its_slope()
    {
        using DataSet data = BuiltIn.Load("line(n=1000, slope=3, intercept=-1, noise=0)", new DataOptions { Normalize = false });
        Assert.Equal(3 * data.Inputs[5, 0].item<float>() - 1, data.Targets[5, 0].item<float>(), 1e-4);
        Assert.Equal("regression", data.Task.Name);
    }

    [Theory]
    [InlineData("moons(noize=1)", "Data 'moons': there is no setting 'noize'. Did you mean 'noise'? Known: n, noise. Write for example moons(n=500, noise=0.1).")]
    [InlineData("moons(n=1.5)", "Data 'moons': expected a whole number from 1 to 5000000 as n, got 1.5. Write for example moons(n=500, noise=0.1).")]
    [InlineData("moons(noise=much)", "Data 'moons': expected a number as noise, got 'much'. Write for example moons(n=500, noise=0.1).")]
    [InlineData("moons(n=5", "Data 'moons': the bracket in 'moons(n=5' is not closed. Write for example moons(n=500, noise=0.1).")]
    public void A_mistake_in_a_setting_is_told(string name, string expected) =>
        Assert.Equal(expected, Assert.Throws<DataException>(() => BuiltIn.Load(name)).Message);

    [Fact]
    public void Normal_numbers_have_mean_zero_and_deviation_one()
    {
        var random = new NumberStream(7);
        double[] numbers = [.. Enumerable.Range(0, 20_000).Select(_ => random.Normal())];
        Assert.Equal(0, numbers.Average(), 0.03);
        Assert.Equal(1, Math.Sqrt(numbers.Average(x => x * x)), 0.03);
    }

    private static string Fingerprint(long seed)
    {
        using DataSet data = BuiltIn.Load("moons", new DataOptions { Seed = seed });
        return data.Fingerprint;
    }
}
