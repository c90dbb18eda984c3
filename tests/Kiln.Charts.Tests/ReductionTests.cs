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

    [Fact]
    public void Of_very_many_points_about_two_thousand_are_drawn_and_a_rare_kind_keeps_all_of_its_own()
    {
        var chart = new ScatterChart { Points = [new PointSet("many", Wave(100_000), Wave(100_000)), new PointSet("few", Wave(40), Wave(40))] };
        var drawn = DrawnPoints.All(chart);
        Assert.InRange(drawn[0].X.Length, 1900, 2000);
        Assert.Equal(40, drawn[1].X.Length);
        Assert.Equal(100_000, drawn[0].AllX.Length);
    }

    [Fact]
    public void Of_two_hundred_classes_the_39_with_the_most_mistakes_are_drawn_and_no_example_is_lost()
    {
        var chart = (ConfusionMatrix)Samples.Named("confusion-200");
        var drawn = DrawnConfusion.Of(chart.ClassNames, chart.Counts);
        Assert.Equal(40, drawn.Size);
        Assert.Equal("161 others", drawn.Names[^1]);
        Assert.Equal(chart.Counts.Sum(), drawn.Counts.Sum());
    }

    [Fact]
    public void A_histogram_counts_every_finite_value_once()
    {
        var series = Assert.Single(Histogram.Of([("a", Wave(1000).AddRange(double.NaN, double.PositiveInfinity))], 7).Series);
        Assert.Equal(1000, series.Heights.Sum());
        Assert.Equal(2, series.LeftOut);
    }

    private static ImmutableArray<double> Wave(int count) => Samples.Sequence(count, i => Math.Sin(i / 100.0));
}
