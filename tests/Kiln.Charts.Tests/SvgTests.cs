using System.Globalization;
using System.Xml.Linq;

namespace Kiln.Charts.Tests;

public class SvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Names => SnapshotTests.Names;

    [Theory, MemberData(nameof(Names))]
    public void Every_svg_is_well_formed_and_refers_to_nothing_outside(string name)
    {
        var root = XDocument.Parse(Samples.Named(name).ToSvg()).Root!;
        var size = Samples.Named(name).PictureSize;
        Assert.Equal(Svg + "svg", root.Name);
        Assert.Equal((size.Width, size.Height), ((int)root.Attribute("width")!, (int)root.Attribute("height")!));
        Assert.All(root.DescendantsAndSelf(), element =>
            Assert.Contains(element.Name.LocalName, new[] { "svg", "title", "text", "line", "path", "circle", "rect", "image" }));
        Assert.All(root.Descendants().Attributes("href"), link => Assert.StartsWith("data:image/png;base64,", link.Value));
        Assert.DoesNotContain("NaN", root.ToString());
        Assert.DoesNotContain(root.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void No_text_starts_left_of_the_picture_or_ends_below_it(string name)
    {
        var chart = Samples.Named(name);
        foreach (var text in XDocument.Parse(chart.ToSvg()).Descendants(Svg + "text"))
        {
            var width = Kiln.Charts.Svg.TextMetrics.Width(text.Value, (double?)text.Attribute("font-size") ?? 12);
            var x = (double)text.Attribute("x")! - ((string?)text.Attribute("text-anchor") switch { "end" => width, "middle" => width / 2, _ => 0 });
            // An upright text is as narrow as its letters are high.
            if (text.Attribute("transform") is not null) x = (double)text.Attribute("x")!;
            Assert.True(x >= -1, $"{text.Value} starts at {x.ToString(CultureInfo.InvariantCulture)}");
            Assert.InRange((double)text.Attribute("y")!, 0, chart.PictureSize.Height);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void No_text_ends_right_of_the_picture(string name)
    {
        var chart = Samples.Named(name);
        foreach (var text in XDocument.Parse(chart.ToSvg()).Descendants(Svg + "text"))
        {
            var width = Kiln.Charts.Svg.TextMetrics.Width(text.Value, (double?)text.Attribute("font-size") ?? 12);
            var x = (double)text.Attribute("x")! + ((string?)text.Attribute("text-anchor") switch { "end" => 0, "middle" => width / 2, _ => width });
            if (text.Attribute("transform") is not null) x = (double)text.Attribute("x")!;
            Assert.True(x <= chart.PictureSize.Width + 1, $"{text.Value} ends at {x.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    [Fact]
    public void The_frame_of_a_live_chart_does_not_move_while_values_come_in()
    {
        var start = Baseline("line-live-start");
        Assert.Equal(start, Baseline("line-live"));
        Assert.Equal(start, Baseline("line-training"));
    }

    [Fact]
    public void A_point_between_two_gaps_is_drawn_as_a_dot_as_is_the_last_one() =>
        Assert.Equal(2, XDocument.Parse(Samples.Named("line-gaps").ToSvg()).Descendants(Svg + "circle").Count());

    [Fact]
    public void A_color_that_is_none_falls_back_to_the_palette() =>
        Assert.Contains(Palette.Colors[0], Samples.Named("line-hostile").ToSvg());

    [Fact]
    public void A_culture_with_decimal_commas_changes_nothing()
    {
        var expected = Samples.Named("dot-compare").ToSvg() + Samples.Named("line-training").ToText();
        var culture = CultureInfo.CurrentCulture;
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = german;
            Assert.Equal(expected, Samples.Named("dot-compare").ToSvg() + Samples.Named("line-training").ToText());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>The line of the horizontal axis, the first with that weight.</summary>
    private static string Baseline(string name) => XDocument.Parse(Samples.Named(name).ToSvg())
        .Descendants(Svg + "line").First(line => (string)line.Attribute("stroke-opacity")! == ".7" && line.Attribute("stroke-dasharray") is null).ToString();
}
