namespace Kiln.Training.Tests.Models;

public class HyperparametersTests
{
    [Fact]
    public void Without_a_given_value_the_default_or_the_middle_is_taken()
    {
        var hp = new Hyperparameters();
        Assert.Equal(120, hp.Int("hidden", 32, 256, @default: 120));
        Assert.Equal(144, hp.Int("other", 32, 256));
        Assert.Equal(0.25, hp.Float("drop", 0, 0.5));
        Assert.Equal(1e-2, hp.Log("rate", 1e-3, 1e-1), 12);
        Assert.Equal("relu", hp.Choice("act", "relu", "tanh"));
        Assert.False(hp.Bool("norm"));
        Assert.Equal(["hidden", "other", "drop", "rate", "act", "norm"], hp.Asked.Select(asked => asked.Name));
    }

    [Fact]
    public void Given_values_are_taken_and_recorded_exactly()
    {
        var hp = Given(("hidden", "64"), ("rate", "0.0031622776601683795"), ("width", "32"), ("norm", "true"));
        Assert.Equal(64, hp.Int("hidden", 32, 256));
        Assert.Equal(0.0031622776601683795, hp.Log("rate", 1e-4, 1e-1));
        Assert.Equal(32, hp.Choice("width", 16, 32));
        Assert.True(hp.Bool("norm"));
        Assert.Equal("0.0031622776601683795", hp.Values["rate"]);
    }

    [Theory]
    [InlineData("31", "Hyperparameter 'hidden': expected an integer from 32 to 256, got '31'.")]
    [InlineData("64.5", "Hyperparameter 'hidden': expected an integer from 32 to 256, got '64.5'.")]
    [InlineData("many", "Hyperparameter 'hidden': expected an integer from 32 to 256, got 'many'.")]
    public void A_value_out_of_range_is_refused(string value, string expected) =>
        Assert.Equal(expected, Assert.Throws<ModelException>(() => Given(("hidden", value)).Int("hidden", 32, 256)).Message);

    [Fact]
    public void Not_a_number_is_no_number() =>
        Assert.Throws<ModelException>(() => Given(("drop", "NaN")).Float("drop", 0, 1));

    [Fact]
    public void A_choice_that_is_not_offered_is_refused() =>
        Assert.Equal("Hyperparameter 'act': expected one of relu, tanh, got 'gelu'.",
            Assert.Throws<ModelException>(() => Given(("act", "gelu")).Choice("act", "relu", "tanh")).Message);

    [Fact]
    public void A_mistyped_name_is_not_a_silent_default()
    {
        Hyperparameters hp = Given(("hiden", "64"));
        hp.Int("hidden", 32, 256);
        Assert.Equal("It has no hyperparameter 'hiden'. Did you mean 'hidden'? Known: hidden.", Assert.Throws<ModelException>(hp.RequireAllUsed).Message);
    }

    [Fact]
    public void Asking_twice_gives_the_same_value_and_one_entry()
    {
        Hyperparameters hp = Given(("hidden", "64"));
        Assert.Equal(hp.Int("hidden", 32, 256), hp.Int("hidden", 32, 256));
        Assert.Single(hp.Asked);
    }

    [Fact]
    public void Asking_twice_in_two_ways_is_refused()
    {
        var hp = new Hyperparameters();
        hp.Int("width", 1, 10);
        Assert.Contains("asked for twice", Assert.Throws<ModelException>(() => hp.Int("width", 1, 20)).Message, StringComparison.Ordinal);
    }

    private static Hyperparameters Given(params (string Name, string Value)[] values) =>
        new(values.ToDictionary(value => value.Name, value => value.Value));
}
