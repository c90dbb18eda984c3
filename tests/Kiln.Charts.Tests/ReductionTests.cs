using System.Collections.Immutable;
using Kiln.Charts.Scales;

namespace Kiln.Charts.Tests;

public class ReductionTests
{
    [Fact]
    public void A_line_of_a_thousand_points_is_drawn_as_it_is() => Assert.Null(Reduction.Indices(Wave(1000), log: false));

    [Theory]
    [InlineData(1001)]
    [InlineData(1999)]
    [InlineData(100_000)]
    public void A_longer_line_keeps_at_most_a_thousand_with_both_ends_and_extremes(int count)
    {
        var values = Wave(count).SetItem(count / 3, 50).SetItem(count / 2, -50);
        var chosen = Reduction.Indices(values, log: false)!;
        Assert.InRange(chosen.Length, 500, 1000);
        Assert.Equal((0, count - 1), (chosen[0], chosen[^1]));
        Assert.Contains(count / 3, chosen);
        Assert.Contains(count / 2, chosen);
        Assert.Equal(chosen.Distinct().Order(), chosen);
    }

    [Fact]
    public void A_long_gap_stays_a_gap()
    {
        var values = Wave(10_000).Select((value, i) => i is > 4000 and < 5000 ? double.NaN : value).ToImmutableArray();
        Assert.Contains(Reduction.Indices(values, log: false)!, i => double.IsNaN(values[i]));
    }

    [Fact]
    public void No_output_draws_more_than_a_thousand_points_of_a_line()
    {
        var line = Assert.Single(DrawnLine.All((LineChart)Samples.Named("line-100k")));
        Assert.InRange(line.X.Length, 900, 1000);
        Assert.Equal(4, line.Y.Max());
    }

    private static ImmutableArray<double> Wave(int count) => Samples.Sequence(count, i => Math.Sin(i / 100.0));
}
