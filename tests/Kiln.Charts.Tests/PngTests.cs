using Kiln.Charts.Png;

namespace Kiln.Charts.Tests;

public class PngTests
{
    [Theory]
    [InlineData("line-training", 1)]
    [InlineData("line-100k", 2)]
    [InlineData("dot-compare", 2)]
    [InlineData("dot-hostile", 1.5)]
    [InlineData("grid-grey", 2)]
    [InlineData("line-hostile", .25)]
    public void A_png_has_the_size_asked_for_and_is_not_blank(string name, double scale)
    {
        var chart = Samples.Named(name);
        var picture = PngPicture.Read(chart.ToPng(scale));
        Assert.Equal((int)Math.Round(chart.PictureSize.Width * scale), picture.Width);
        Assert.Equal((int)Math.Round(chart.PictureSize.Height * scale), picture.Height);
        Assert.True(picture.Raw.Distinct().Count() > 8, "all pixels are alike");
    }

    [Fact]
    public void A_picture_of_the_grid_keeps_every_pixel()
    {
        var image = new GridImage([.. Enumerable.Range(0, 6 * 4 * 3).Select(i => (byte)(i * 3))], 6, 4, "");
        var picture = PngPicture.Read(PngEncoder.Encode(image));
        Assert.Equal((6, 4, 2), (picture.Width, picture.Height, picture.ColorType));
        Assert.Equal(image.Pixels, picture.Raw);
    }

    [Fact]
    public void An_enlarged_picture_repeats_its_pixels()
    {
        var picture = PngPicture.Read(PngEncoder.Encode(new GridImage([10, 20], 2, 1, ""), enlarge: 2));
        Assert.Equal([10, 10, 20, 20, 10, 10, 20, 20], picture.Raw);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(100)]
    public void A_scale_that_makes_no_picture_is_refused(double scale) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LineChart().ToPng(scale));

    [Fact]
    public void An_svg_that_librsvg_cannot_read_is_refused_with_its_reason()
    {
        var error = Assert.Throws<PictureException>(() => SvgRasteriser.ToPng("<svg", (10, 10), 1));
        Assert.Contains("librsvg could not read", error.Message);
    }
}
