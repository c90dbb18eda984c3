using Kiln.Charts.Scales;

namespace Kiln.Charts.Tests;

public class AxisPlanTests
{
    [Theory]
    [InlineData(.12, 2.3, "0 0.5 1.0 1.5 2.0 2.5")]
    [InlineData(.81, .93, "0.80 0.85 0.90 0.95")]
    [InlineData(-3, 11, "-5 0 5 10 15")]
    [InlineData(0, 60_000, "0 20k 40k 60k")]
    [InlineData(0, 1_250_000, "0 0.5M 1.0M 1.5M")]
    [InlineData(1e-6, 7e-6, "0 2e-6 4e-6 6e-6 8e-6")]
    public void Ticks_stand_at_round_numbers(double min, double max, string labels) =>
        Assert.Equal(labels, Labels(new Axis(""), min, max, snap: true));

    [Theory]
    [InlineData(1e-6, 1, "1e-6 1e-4 0.01 1")]
    [InlineData(.02, .6, "0.02 0.05 0.1 0.2 0.5 1")]
    [InlineData(1, 1e5, "1 10 100 1000 10000 100000")]
    public void Ticks_of_a_log_axis_stand_at_powers_of_ten_or_1_2_5(double min, double max, string labels) =>
        Assert.Equal(labels, Labels(new Axis("") { Log = true }, min, max, snap: true));

    [Fact]
    public void Epochs_get_whole_ticks_only() =>
        Assert.Equal("0 1 2 3", Labels(new Axis("epoch") { Min = 0, Max = 3, Whole = true }, 0, 1, snap: false));

    [Fact]
    public void Ends_that_are_given_stay_where_they_are()
    {
        var plan = Plan(new Axis("") { Min = .13, Max = 7.7 }, -100, 100, snap: true);
        Assert.Equal((.13, 7.7), (plan.Min, plan.Max));
    }

    [Fact]
    public void Ends_given_in_the_wrong_order_are_exchanged()
    {
        var plan = Plan(new Axis("") { Min = 5, Max = 1 }, 0, 0, snap: false);
        Assert.Equal((1, 5), (plan.Min, plan.Max));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 5)]
    [InlineData(-1e300, 1e300)]
    [InlineData(1e-310, 2e-310)]
    [InlineData(1e15, 1.0000000000001e15)]
    [InlineData(double.NaN, double.NaN)]
    public void Every_range_gets_a_finite_axis_with_few_ticks(double min, double max)
    {
        foreach (var snap in new[] { false, true })
        {
            var plan = Plan(new Axis(""), min, max, snap);
            Assert.True(double.IsFinite(plan.Min) && double.IsFinite(plan.Max) && plan.Min < plan.Max);
            Assert.InRange(plan.Ticks.Count, 1, 12);
        }
    }

    private static string Labels(Axis axis, double min, double max, bool snap) =>
        string.Join(' ', Plan(axis, min, max, snap).Ticks.Select(tick => tick.Label));

    private static AxisPlan Plan(Axis axis, double min, double max, bool snap)
    {
        var extent = new Extent(axis.Log);
        extent.Add(min);
        extent.Add(max);
        return AxisPlan.For(axis, extent, 5, snap);
    }
}
