using System.Text.Json;

namespace Kiln.Training.Tests.Fit;

public class TrainOptionsTests
{
    [Fact]
    public void The_defaults_are_good() => new TrainOptions().Check();

    [Fact]
    public void Options_survive_json()
    {
        var options = new TrainOptions { Epochs = 7, Lr = 0.1 / 3, Optimizer = "sgd", Momentum = 0.9, Seed = long.MaxValue, MaxTime = TimeSpan.FromSeconds(1.5) };
        Assert.Equal(options, JsonSerializer.Deserialize<TrainOptions>(JsonSerializer.Serialize(options)));
    }

    [Fact]
    public void An_unknown_optimizer_is_refused_with_the_nearest()
    {
        string message = Assert.Throws<ArgumentException>(new TrainOptions { Optimizer = "adm" }.Check).Message;
        Assert.Equal("There is no optimizer 'adm'. Did you mean 'adam'? Known: adam, adamw, sgd, rmsprop.", message);
    }

    [Fact]
    public void Momentum_for_an_optimizer_that_has_none_is_refused()
    {
        string message = Assert.Throws<ArgumentException>(new TrainOptions { Momentum = 0.9 }.Check).Message;
        Assert.Equal("Momentum: adam has none, got 0.9. Leave it out, or use sgd or rmsprop.", message);
    }

    public static TheoryData<TrainOptions, string> Wrong => new()
    {
        { new TrainOptions { Epochs = 0 }, "Epochs: expected at least 1, got 0." },
        { new TrainOptions { Batch = 0 }, "Batch: expected at least 1, got 0." },
        { new TrainOptions { Lr = 0 }, "Lr: expected a number above 0, for example 0.001, got 0." },
        { new TrainOptions { Lr = double.NaN }, "Lr: expected a number above 0, for example 0.001, got NaN." },
        { new TrainOptions { WeightDecay = -1 }, "WeightDecay: expected 0 or more, got -1." },
        { new TrainOptions { Keep = "first" }, "Keep: expected best or last, got first." },
        { new TrainOptions { MaxTime = TimeSpan.Zero }, "MaxTime: expected a time above 0, got 00:00:00." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_value_out_of_range_is_refused(TrainOptions options, string expected) =>
        Assert.Equal(expected, Assert.Throws<ArgumentException>(options.Check).Message);
}
