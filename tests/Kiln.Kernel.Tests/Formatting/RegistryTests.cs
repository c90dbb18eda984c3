using System.Globalization;
using Kiln.Notebooks;
using Microsoft.DotNet.Interactive.Formatting;

namespace Kiln.Kernel.Tests;

/// <summary>The registry is the process's: what is tried on it is tried one after another, and taken back.</summary>
[CollectionDefinition("registry", DisableParallelization = true)]
public class RegistryCollection;

[Collection("registry")]
public sealed class RegistryTests : IDisposable
{
    public RegistryTests() => ValueFormatters.Register();

    public void Dispose() => Formatter.ResetToDefault();

    [Fact]
    public void The_users_own_text_wins()
    {
        Formatter.Register<Temperature>(value => $"{value.Degrees.ToString(CultureInfo.InvariantCulture)} degrees", MimeBundle.Plain);
        Assert.Equal("20 degrees", Text(new Temperature(20)));
    }

    [Fact]
    public void The_users_text_is_also_the_html_where_there_is_no_other()
    {
        Formatter.Register<Temperature>(_ => "<warm>", MimeBundle.Plain);
        Assert.Contains("&lt;warm&gt;</pre>", Html(new Temperature(20)));
    }

    [Fact]
    public void The_users_own_html_wins_and_the_text_stays()
    {
        Formatter.Register<Temperature>(_ => "<b>warm</b>", MimeBundle.Html);
        Assert.Equal("<b>warm</b>", Html(new Temperature(20)));
        Assert.Equal("Temperature { Degrees = 20 }", Text(new Temperature(20)));
    }

    [Fact]
    public void The_users_html_of_a_number_is_shown()
    {
        Formatter.Register<int>(value => $"<i>{value.ToString(CultureInfo.InvariantCulture)}</i>", MimeBundle.Html);
        Assert.Equal("<i>7</i>", Html(7));
    }

    [Fact]
    public void The_newest_registration_wins()
    {
        Formatter.Register<Temperature>(_ => "first", MimeBundle.Html);
        Formatter.Register<Temperature>(_ => "second", MimeBundle.Html);
        Assert.Equal("second", Html(new Temperature(1)));
    }

    [Fact]
    public void Cells_of_tables_follow_the_user()
    {
        Formatter.Register<Temperature>(_ => "<b>warm</b>", MimeBundle.Html);
        Formatter.Register<Temperature>(_ => "warm", MimeBundle.Plain);
        var rooms = new[] { new { Room = "A", Now = new Temperature(20) } };
        Assert.Contains("<td style=\"" + HtmlStyle.Words + "\"><b>warm</b></td>", Html(rooms));
        Assert.Contains("A     warm", Text(rooms));
    }

    [Fact]
    public void Items_of_a_list_follow_the_user()
    {
        Formatter.Register<Temperature>(_ => "warm", MimeBundle.Plain);
        Assert.Equal("[ warm, warm ]", Text(new[] { new Temperature(1), new Temperature(2) }));
    }

    [Fact]
    public void A_formatter_of_all_sequences_wins_over_our_tables()
    {
        Formatter.Register(typeof(IEnumerable<>), (value, writer) => writer.Write("a sequence"), MimeBundle.Html);
        Assert.Equal("a sequence", Html(new[] { 1 }));
    }

    [Fact]
    public void A_formatter_of_all_objects_wins_over_all_of_ours()
    {
        Formatter.Register<object>(_ => "an object", MimeBundle.Html);
        Assert.Equal("an object", Html(new List<int>()));
    }

    [Fact]
    public void The_list_limit_is_the_registrys()
    {
        Formatter.ListExpansionLimit = 2;
        Assert.Equal("[ 0, 1, … 8 more ]", Text(Enumerable.Range(0, 10)));
    }

    [Fact]
    public void The_recursion_limit_is_the_registrys()
    {
        Formatter.RecursionLimit = 1;
        Assert.Equal("{ A = { B = { … } } }", Text(new { A = new { B = new { C = 1 } } }));
    }

    [Fact]
    public void The_null_string_is_the_registrys()
    {
        Formatter.NullString = "nothing";
        Assert.Equal("nothing", Text(null));
        Assert.Equal("[ 1, nothing ]", Text(new int?[] { 1, null }));
    }

    [Fact]
    public void Preferred_mime_types_are_kept_to()
    {
        Formatter.SetPreferredMimeTypesFor(typeof(Temperature), "application/json");
        var bundle = ValueFormatters.Bundle(new Temperature(20));
        Assert.Equal("""{"Degrees":20}""", bundle.Data["application/json"]);
        Assert.Equal(["application/json", MimeBundle.Plain], bundle.Data.Keys);
    }

    [Fact]
    public void A_preferred_plain_text_leaves_html_out()
    {
        Formatter.SetPreferredMimeTypesFor(typeof(Temperature), MimeBundle.Plain);
        Assert.Equal([MimeBundle.Plain], ValueFormatters.Bundle(new Temperature(20)).Data.Keys);
    }

    [Fact]
    public void A_reset_takes_back_what_users_did_and_leaves_ours()
    {
        Formatter.Register<Temperature>(_ => "warm", MimeBundle.Plain);
        Formatter.ListExpansionLimit = 2;
        Formatter.ResetToDefault();
        Assert.Equal("Temperature { Degrees = 20 }", Text(new Temperature(20)));
        Assert.Equal("[ 1, 2, 3 ]", new[] { 1, 2, 3 }.ToDisplayString());
        Assert.DoesNotContain("dni-", new Temperature(20).ToDisplayString(MimeBundle.Html));
    }

    [Fact]
    public void Our_looks_of_a_value_inside_of_a_view_are_those_outside()
    {
        Assert.Equal("<div>5</div>", PocketViewTags.div(5).ToString());
        Assert.Contains("<td style=", PocketViewTags.div(new[] { new Temperature(1) }).ToString());
    }

    [Fact]
    public void The_other_forms_of_the_package_are_still_there()
    {
        Assert.Equal("A\r\n1\r\n", new[] { new { A = 1 } }.ToDisplayString("text/csv").ReplaceLineEndings("\r\n"));
        Assert.Equal("[1]", new[] { 1 }.ToDisplayString("application/json"));
    }

    private static string Html(object? value) => ValueFormatters.Bundle(value).Data[MimeBundle.Html];

    private static string Text(object? value) => ValueFormatters.Bundle(value).Data[MimeBundle.Plain];

    private sealed record Temperature(int Degrees);
}
