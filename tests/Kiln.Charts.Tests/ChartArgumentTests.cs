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

    [Theory]
    [InlineData(0)]
    [InlineData(100_000)]
    public void A_size_that_makes_no_picture_is_refused(int size)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LineChart { Width = size });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LineChart { Height = size });
    }
}
