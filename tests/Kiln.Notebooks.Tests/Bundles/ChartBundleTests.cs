using System.Text;
using System.Text.RegularExpressions;
using Kiln.Charts;

namespace Kiln.Notebooks.Tests.Bundles;

public partial class ChartBundleTests
{
    private readonly LineChart _chart = new() { Title = "Loss", Lines = [new Line("a</script>", [1, 2, 3], [3, 2, 1])] };

    [Fact]
    public void A_chart_is_complete_without_its_script()
    {
        var html = Scripts().Replace(ChartBundle.Final(_chart).Data[MimeBundle.Html], "");
        var svg = Encoding.UTF8.GetString(Convert.FromBase64String(Source().Match(html).Groups[1].Value));
        Assert.Equal(_chart.ToSvg(), svg);
        Assert.DoesNotContain("<svg", html);
    }

    [Fact]
    public void The_figure_cannot_close_its_script() =>
        Assert.Single(Regex.Matches(ChartBundle.Final(_chart).Data[MimeBundle.Html], "</script>"));

    [Fact]
    public void The_same_chart_always_makes_the_same_bundle() =>
        Assert.Equal(ChartBundle.Final(_chart).Data[MimeBundle.Html], ChartBundle.Final(_chart).Data[MimeBundle.Html]);

    [Fact]
    public void Html_png_and_text_are_all_there() =>
        Assert.Equal([MimeBundle.Png, MimeBundle.Html, MimeBundle.Plain], ChartBundle.Final(_chart).Data.Keys);

    [Fact]
    public void A_living_chart_holds_the_place_of_the_png() =>
        Assert.Equal(ChartBundle.Final(_chart).Data.Keys, ChartBundle.Living(_chart).Data.Keys);

    [Fact]
    public void A_sheet_of_pictures_needs_no_script()
    {
        var sheet = new ImageGrid { Images = [new GridImage([0, 255, 255, 0], 2, 2, "<x>")] };
        Assert.DoesNotContain("<script", ChartBundle.Final(sheet).Data[MimeBundle.Html]);
    }

    [Fact]
    public void A_wide_picture_is_scrolled_on_a_narrow_page_instead_of_becoming_unreadable()
    {
        Assert.Contains("overflow-x:auto", ChartBundle.Picture(_chart with { Width = 1200 }));
        Assert.Contains("min-width:900px", ChartBundle.Picture(_chart with { Width = 1200 }));
        Assert.DoesNotContain("min-width", ChartBundle.Picture(_chart));
    }

    [GeneratedRegex("<script>.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex("src=\"data:image/svg\\+xml;base64,([^\"]+)\"")]
    private static partial Regex Source();
}
