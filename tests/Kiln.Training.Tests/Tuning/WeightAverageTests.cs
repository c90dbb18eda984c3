using TorchSharp.Modules;
using static Kiln.Training.Tests.Fit.TestRuns;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Tuning;

public class WeightAverageTests
{
    [Fact]
    public void It_follows_the_formula_and_exchange_is_its_own_inverse()
    {
        using var weight = new Parameter(tensor(new[] { 1f, 2f }));
        using var average = new WeightAverage([("w", weight)], 0.5);
        double[] expected = [1, 2];
        for (int step = 0; step < 10; step++)
        {
            using (no_grad()) weight.add_(1);
            average.Take(step);
            double keep = Math.Min(0.5, (1.0 + step) / (10 + step));
            expected = [.. expected.Select((value, i) => keep * value + (1 - keep) * (i + 2 + step))];
        }
        average.Exchange();
        Assert.Equal(expected, weight.data<float>().ToArray().Select(value => (double)value), (a, b) => Math.Abs(a - b) < 1e-5);
        average.Exchange();
        Assert.Equal([11f, 12f], weight.data<float>().ToArray());
    }

    [Fact]
    public async Task The_averaged_weights_are_measured_and_handed_back()
    {
        using DataSet data = Clouds();
        TrainOptions options = new() { Epochs = 4, Batch = 32, Lr = 0.05, Keep = "last" };
        var plain = await Run(Job(data, options: options));
        var averaged = await Run(Job(data, options: options with { Ema = 0.95 }));
        Assert.Equal(Losses(plain.Events), Losses(averaged.Events));
        Assert.NotEqual(Bits(plain.Result.Module!)["1.weight"], Bits(averaged.Result.Module!)["1.weight"]);
        Assert.NotEqual(plain.Result.Metrics["val_loss"], averaged.Result.Metrics["val_loss"]);
    }
}
