namespace Kiln.Runs.Tests;

/// <summary>Fewer points for the same steps.</summary>
public sealed class StepThinningTests
{
    [Fact]
    public void A_curve_that_fits_is_left_as_it_is()
    {
        var curve = Curve(1, 0, 4);
        Assert.Same(curve, StepThinning.To(curve, 4));
    }

    [Fact]
    public void Neighbours_are_joined_into_their_mean_and_say_how_many_they_are()
    {
        var thin = StepThinning.To(Curve(1, 0, 5), 3);
        Assert.Equal([0.5, 2.5, 4], thin.Points.Select(point => point.Step));
        Assert.Equal([2, 2, 1], thin.Points.Select(point => point.Count));
        Assert.Equal([0.5, 2.5, 4], thin.Of("loss"));
        Assert.Equal(2, thin.Span);
    }

    [Theory]
    [InlineData(100_000, 1000)]
    [InlineData(1_001, 1000)]
    [InlineData(7, 2)]
    public void Sums_are_kept_however_many_steps_there_are(int steps, int most)
    {
        var thin = StepThinning.To(Curve(1, 0, steps), most);
        Assert.InRange(thin.Points.Length, most / 2, most);
        Assert.Equal(steps, thin.Points.Sum(point => point.Count));
        Assert.Equal((steps - 1) * (steps / 2.0), thin.Points.Sum(point => point.Values[0] * point.Count), 1e-3);
    }

    [Fact]
    public void Epochs_share_a_point_only_where_each_has_but_one_left()
    {
        var epochs = StepCurve.Join([.. Enumerable.Range(1, 6).Select(epoch => Curve(epoch, 3 * (epoch - 1), 3))]);
        Assert.Equal([1, 2, 3, 4, 5, 6], StepThinning.To(epochs, 6).Points.Select(point => point.Epoch));
        var shared = StepThinning.To(epochs, 3);
        Assert.Equal([2, 4, 6], shared.Points.Select(point => point.Epoch));
        Assert.Equal([6, 6, 6], shared.Points.Select(point => point.Count));
    }

    [Fact]
    public void What_a_step_did_not_measure_has_no_part_in_the_mean()
    {
        var curve = new StepCurve(["loss", "grad_norm"], [new(1, 0, 1, [1, double.NaN]), new(1, 1, 1, [3, 5]), new(1, 2, 2, [3, double.NaN])]);
        var point = Assert.Single(StepThinning.To(curve, 1).Points);
        Assert.Equal((1, 1.25, 4), (point.Epoch, point.Step, point.Count));
        Assert.Equal([2.5, 5], point.Values);
    }

    [Fact]
    public void Curves_that_measured_different_things_are_joined_by_name()
    {
        var joined = StepCurve.Join(new StepCurve(["a"], [new(1, 0, 1, [1])]), new StepCurve(["b", "a"], [new(2, 1, 1, [2, 3])]));
        Assert.Equal([1, 3], joined.Of("a"));
        Assert.Equal([double.NaN, 2], joined.Of("b"));
        Assert.All(joined.Of("c"), value => Assert.True(double.IsNaN(value)));
    }

    private static StepCurve Curve(int epoch, int first, int steps) =>
        new(["loss"], [.. Enumerable.Range(first, steps).Select(step => new StepPoint(epoch, step, 1, [step]))]);
}
