using Kiln.Charts;

namespace Kiln.Notebooks.Tests.Comparisons;

public class ComparisonReportTests
{
    [Fact]
    public void Two_arms_begin_with_the_verdict_and_end_with_how_they_differ()
    {
        var lines = ComparisonReport.Of(Compared.Over(6, ["small", "large"])).Text.Split('\n');
        Assert.StartsWith("large is better than small by 0.", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("sign-flip test", StringComparison.Ordinal) && line.EndsWith("p = 0.031 (smallest that 6 seeds allow: 0.031)", StringComparison.Ordinal));
        Assert.Equal(["How they differ", "setting  small  large", "model    small  large", "Definition: - of small, + of large", "  Flatten(),", "- Linear(32)", "+ Linear(64)"], lines[^7..]);
    }

    [Fact]
    public void The_interval_of_a_mean_over_few_seeds_is_called_approximate()
    {
        Assert.Contains("Intervals of means: inverted sign-flip test. ", ComparisonReport.Of(Compared.Over(6, ["small", "large"])).Text);
        var few = ComparisonReport.Of(Compared.Over(3, ["small", "large"])).Text;
        Assert.Contains("Intervals of means: Student's t, approximate with so few seeds. ", few);
        Assert.Contains("none: 3 seeds are too few", few);
    }

    [Fact]
    public void Every_two_of_three_arms_have_a_row_and_a_baseline_has_one_for_each_other()
    {
        var all = ComparisonReport.Of(Compared.Over(8, ["a", "b", "c"])).Text;
        foreach (var pair in new[] { "b − a", "c − a", "c − b" }) Assert.Contains(pair, all);
        var held = ComparisonReport.Of(Compared.Over(8, ["a", "b", "c"], hasBaseline: true)).Text;
        Assert.Contains("a (baseline)", held);
        Assert.DoesNotContain("c − b", held);
    }

    [Fact]
    public void The_chart_of_differences_has_a_row_for_each_arm_beside_the_best_turned_towards_it()
    {
        var comparison = Compared.Over(8, ["a", "b", "c"]);
        var chart = ComparisonCharts.Differences(comparison);
        Assert.Equal(["b", "a"], chart.Dots.Select(dot => dot.Label));
        Assert.All(chart.Dots, dot => Assert.True(dot.Value < 0 && dot.Low <= dot.Value && dot.Value <= dot.High));
        Assert.Equal("Test accuracy: difference from c (best mean)", chart.Title);
    }

    [Fact]
    public void Curves_have_a_band_only_where_there_are_several_runs()
    {
        var comparison = Compared.Over(6, ["a", "b"]);
        Assert.All(ComparisonCharts.Curves(comparison).Lines, line => Assert.NotNull(line.Low));
        var single = comparison with { Arms = [.. comparison.Arms.Select(arm => arm with { Curve = arm.Curve! with { Runs = 1 } })] };
        var chart = ComparisonCharts.Curves(single);
        Assert.All(chart.Lines, line => Assert.Null(line.Low));
        Assert.Equal("Validation accuracy", chart.Title);
    }

    [Fact]
    public void Without_curves_there_are_the_dots_alone()
    {
        var comparison = Compared.Over(6, ["a", "b"]);
        Assert.Equal(3, ComparisonCharts.Of(comparison).Count());
        Assert.All(ComparisonCharts.Of(comparison with { Arms = [.. comparison.Arms.Select(arm => arm with { Curve = null })] }), chart => Assert.IsType<DotChart>(chart));
    }

    [Fact]
    public void A_chart_without_intervals_says_that_there_are_too_few_seeds()
    {
        Assert.Equal("no interval: 3 seeds are too few", ComparisonCharts.Differences(Compared.Over(3, ["a", "b"])).X.Title);
        Assert.Equal("bar: 95 % interval", ComparisonCharts.Differences(Compared.Over(6, ["a", "b"])).X.Title);
    }

    [Fact]
    public void A_remark_stands_before_the_tables() =>
        Assert.Contains("Warning: It was stopped", ComparisonReport.Of(Compared.Over(6, ["a", "b"]) with { Remarks = ["It was stopped."] }).Text.Split('\n')[1]);
}
