namespace Kiln.Charts.Tests;

public class PaletteTests
{
    public static TheoryData<string> Colors => [.. Palette.Colors, Palette.Warning];

    [Theory, MemberData(nameof(Colors))]
    public void Every_color_is_readable_on_white_and_on_a_dark_page(string color)
    {
        Assert.True(Contrast(color, "#ffffff") >= 3, $"{color} on white: {Contrast(color, "#ffffff")}");
        Assert.True(Contrast(color, "#111111") >= 3, $"{color} on #111: {Contrast(color, "#111111")}");
    }

    [Fact]
    public void Text_has_the_same_contrast_on_both()
    {
        Assert.True(Contrast(Palette.Ink, "#ffffff") >= 4);
        Assert.True(Contrast(Palette.Ink, "#111111") >= 4);
    }

    /// <summary>Contrast ratio, 1 to 21; source: Web Content Accessibility Guidelines 2.1.</summary>
    private static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + .05) / (Math.Min(x, y) + .05);
    }

    private static double Luminance(string color)
    {
        var rgb = Convert.FromHexString(color.AsSpan(1)).Select(value => value / 255.0)
            .Select(value => value <= .04045 ? value / 12.92 : Math.Pow((value + .055) / 1.055, 2.4)).ToArray();
        return .2126 * rgb[0] + .7152 * rgb[1] + .0722 * rgb[2];
    }
}
