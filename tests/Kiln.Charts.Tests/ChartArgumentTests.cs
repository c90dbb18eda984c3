namespace Kiln.Charts.Tests;

public class ChartArgumentTests
{
    [Fact]
    public void A_line_with_more_x_than_y_is_refused_with_its_name()
    {
        var chart = new LineChart { Lines = [new Line("val", [1, 2, 3], [1, 2])] };
        var error = Assert.Throws<ArgumentException>(chart.ToSvg);
        Assert.Equal("Line 'val': X has 3 values, Y has 2. Give one Y for each X.", error.Message);
        Assert.Throws<ArgumentException>(chart.ToText);
        Assert.Throws<ArgumentException>(chart.ToPlotlyJson);
    }

    [Fact]
    public void A_picture_with_too_few_bytes_is_refused_with_its_index()
    {
        var grid = new ImageGrid { Images = [new GridImage([1, 2, 3], 2, 2, "a")] };
        Assert.StartsWith("Image 0: expected 4 bytes (grey) or 12 (RGB", Assert.Throws<ArgumentException>(grid.ToSvg).Message);
    }

    [Fact]
    public void Arrays_that_were_never_given_count_as_empty()
    {
        Assert.Contains("no data", new LineChart { Lines = default, Markers = default }.ToSvg());
        Assert.Contains("no data", new LineChart { Lines = [new Line("a", default, default)] }.ToSvg());
        Assert.Contains("no data", new DotChart { Dots = default }.ToText());
        Assert.Contains("no data", new ImageGrid { Images = default }.ToText());
    }

    [Fact]
    public void A_confusion_matrix_with_too_few_counts_is_refused() =>
        Assert.Equal("Confusion matrix: expected 4 counts for 2 classes, got 3.",
            Assert.Throws<ArgumentException>(new ConfusionMatrix { ClassNames = ["a", "b"], Counts = [1, 2, 3] }.ToText).Message);

    [Fact]
    public void A_histogram_whose_edges_do_not_ascend_is_refused() =>
        Assert.Equal("Histogram: expected finite edges that ascend, got 1 before 1.",
            Assert.Throws<ArgumentException>(new Histogram { Edges = [0, 1, 1] }.ToSvg).Message);

    [Fact]
    public void Points_with_more_x_than_y_are_refused_with_their_name() =>
        Assert.Equal("Points 'a': X has 2 values, Y has 1. Give one Y for each X.",
            Assert.Throws<ArgumentException>(new ScatterChart { Points = [new PointSet("a", [1, 2], [1])] }.ToSvg).Message);

    [Fact]
    public void Regions_with_an_unnamed_class_are_refused() =>
        Assert.StartsWith("Regions: expected a name for each class, got class 1",
            Assert.Throws<ArgumentException>(new ScatterChart { Regions = new ClassRegions([0, 1], 2, 1, ["a"]) }.ToSvg).Message);

    [Theory]
    [InlineData(0)]
    [InlineData(100_000)]
    public void A_size_that_makes_no_picture_is_refused(int size)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LineChart { Width = size });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LineChart { Height = size });
    }
}
