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
        Assert.Equal("There is no optimizer 'adm'. Did you mean 'adam'? Known: adam, adamw, sgd, rmsprop, adagrad, adadelta, adamax, nadam, radam, asgd, rprop.", message);
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
        { new TrainOptions { Keep = "first" }, "Keep: expected best, last or every, got first." },
        { new TrainOptions { Warmup = 1 }, "Warmup: expected a share of the steps from 0 up to, not including, 1, for example 0.1, got 1." },
        { new TrainOptions { Schedule = "cosin" }, "There is no schedule 'cosin'. Did you mean 'cosine'? Known: none, step, exponential, cosine, onecycle, warmup-linear, plateau." },
        { new TrainOptions { Schedule = "step(0)" }, "Schedule: expected step(EPOCHS, FACTOR) with epochs a whole number from 1 on, factor above 0, at most 1, got 'step(0)'." },
        { new TrainOptions { Schedule = "onecycle(3)" }, "Schedule: expected onecycle, got 'onecycle(3)'." },
        { new TrainOptions { Clip = 0 }, "Clip: expected a length above 0, for example 1, got 0." },
        { new TrainOptions { Accumulate = 0 }, "Accumulate: expected at least 1, got 0." },
        { new TrainOptions { Ema = 1 }, "Ema: expected a number between 0 and 1, for example 0.999, got 1." },
        { new TrainOptions { Optimizer = "rprop", WeightDecay = 0.1 }, "WeightDecay: rprop has none, got 0.1. Leave it out, or use adam or adamw or sgd or rmsprop or adagrad or adadelta or adamax or nadam or radam or asgd." },
        { new TrainOptions { Optimizer = "sgd", Nesterov = true }, "Nesterov: it looks ahead along the momentum, which is 0. Give Momentum too, for example 0.9." },
        { new TrainOptions { Lora = 4, Freeze = "body" }, "Lora: it freezes all weights but its own and the last layer's, so Freeze has nothing to add. Leave one of the two out." },
        { new TrainOptions { MaxTime = TimeSpan.Zero }, "MaxTime: expected a time above 0, got 00:00:00." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_value_out_of_range_is_refused(TrainOptions options, string expected) =>
        Assert.Equal(expected, Assert.Throws<ArgumentException>(options.Check).Message);
}
