namespace Kiln.Charts.Tests;

public class LineBundleTests
{
    private static readonly LineChart Chart = new()
    {
        Lines = [new Line("3 trials", [1, 2, 2, 1, 2, 2, 1], [0.1, 0.2, double.NaN, 0.3, 0.77, double.NaN, 0.53]) { IsBundle = true }],
    };

    [Fact]
    public void Gaps_between_curves_that_share_a_name_are_no_values_left_out() => Assert.DoesNotContain("not finite", Chart.ToText());

    [Fact]
    public void A_value_that_is_not_finite_is_still_counted() =>
        Assert.Contains("1 not finite", (Chart with { Lines = [new Line("loss", [1, 2, 3], [0.5, double.NaN, 0.4])] }).ToText());

    [Fact]
    public void The_label_of_several_curves_tells_no_last_value()
    {
        Assert.DoesNotContain(">0.53<", Chart.ToSvg());
        Assert.Contains(">0.53<", (Chart with { Lines = [Chart.Lines[0] with { IsBundle = false }] }).ToSvg());
    }
}
