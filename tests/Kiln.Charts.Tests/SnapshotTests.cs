using System.Text.RegularExpressions;

namespace Kiln.Charts.Tests;

public partial class SnapshotTests
{
    public static TheoryData<string> Names => [.. Samples.All.Select(pair => pair.Key)];

    [Theory, MemberData(nameof(Names))]
    public void The_svg_is_as_reviewed(string name) =>
        Snapshot.Matches(name + ".svg", WithoutPictures(Samples.Named(name).ToSvg().TrimEnd('\n')));

    [Theory, MemberData(nameof(Names))]
    public void The_plotly_figure_is_as_reviewed(string name) =>
        Snapshot.Matches(name + ".json", WithoutPictures(Samples.Named(name).ToPlotlyJson()).Replace(",\"", ",\n\"").Replace("},{", "},\n{"));

    [Theory, MemberData(nameof(Names))]
    public void The_text_is_as_reviewed(string name) => Snapshot.Matches(name + ".txt", Samples.Named(name).ToText());

    [Theory, MemberData(nameof(Names))]
    public void The_same_chart_gives_the_same_bytes_twice(string name)
    {
        var chart = Samples.Named(name);
        Assert.Equal(chart.ToSvg(), chart.ToSvg());
        Assert.Equal(chart.ToPlotlyJson(), chart.ToPlotlyJson());
        Assert.Equal(chart.ToText(), chart.ToText());
    }

    /// <summary>How zlib packs is its own affair; PngEncoderTests hold the pixels.</summary>
    private static string WithoutPictures(string text) => PngData().Replace(text, "data:image/png;base64,(pixels)");

    [GeneratedRegex("data:image/png;base64,(?:[A-Za-z0-9/=+]|\\\\u002B)+")]
    private static partial Regex PngData();
}
