using Kiln.Notebooks;
using Microsoft.DotNet.Interactive.Formatting;

namespace Kiln.Kernel.Tests;

[Collection("registry")]
public class ValueFormattersTests
{
    public static TheoryData<object?, string> Plain => new()
    {
        { 42, "42" },
        { 3.5, "3.5" },
        { 1e-7, "1E-07" },
        { "text", "text" },
        { 'c', "c" },
        { true, "True" },
        { null, "<null>" },
        { DayOfWeek.Friday, "Friday" },
        { new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), "2026-01-02 03:04:05Z" },
        { new[] { 1, 2, 3 }, "[ 1, 2, 3 ]" },
        { new[] { new[] { 1 }, [2] }, "[ [ 1 ], [ 2 ] ]" },
        { (1, "a"), "(1, a)" },
        { new Dictionary<string, int> { ["a"] = 1 }, "{ a: 1 }" },
        { new { A = 1, B = "x" }, "{ A = 1, B = x }" },
        { typeof(List<int>), "System.Collections.Generic.List<System.Int32>" },
    };

    [Theory]
    [MemberData(nameof(Plain), DisableDiscoveryEnumeration = true)]
    public void Plain_text_is_what_one_would_write_down(object? value, string expected) =>
        Assert.Equal(expected, ValueFormatters.Bundle(value).Data[MimeBundle.Plain]);

    [Fact]
    public void A_number_is_text_alone() => Assert.Equal([MimeBundle.Plain], ValueFormatters.Bundle(42).Data.Keys);

    [Fact]
    public void A_list_is_also_a_table() => Assert.Contains("<table", ValueFormatters.Bundle(new[] { new { A = 1 } }).Data[MimeBundle.Html]);

    [Fact]
    public void Html_is_shown_as_it_is() => Assert.Equal("<b>x</b>", ValueFormatters.Bundle("<b>x</b>".ToHtmlContent()).Data[MimeBundle.Html]);

    [Fact]
    public void A_long_list_is_cut() => Assert.EndsWith("19, … 980 more ]", ValueFormatters.Bundle(Enumerable.Range(0, 1000)).Data[MimeBundle.Plain]);

    [Fact]
    public void An_object_shows_its_members_and_survives_one_that_throws() =>
        Assert.Equal("Fragile { Good = 1, Bad = <InvalidOperationException> }", PlainText.Of(new Fragile()));

    [Fact]
    public void An_object_that_holds_itself_ends() => Assert.Equal("Loop { Self = <cycle> }", PlainText.Of(new Loop()));

    [Fact]
    public void The_registry_itself_gives_the_same_plain_text()
    {
        ValueFormatters.Register();
        Assert.Equal("[ 1, 2 ]", new[] { 1, 2 }.ToDisplayString("text/plain"));
    }

    [Fact]
    public void JSON_types_become_JSON_values()
    {
        var data = BundleJson.Of(MimeBundle.OfText("p").With("application/vnd.plotly.v1+json", """{"data":[1]}"""));
        Assert.Equal(1, (int)data["application/vnd.plotly.v1+json"]!["data"]![0]!);
    }

    private sealed class Fragile
    {
        public int Good => 1;

        public int Bad => throw new InvalidOperationException();
    }

    private sealed class Loop
    {
        public Loop Self => this;
    }
}
