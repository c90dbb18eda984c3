using System.Text.Json;

namespace Kiln.Charts.Tests;

public class PlotlyTests
{
    [Fact]
    public async Task Every_figure_passes_Plotly_validate_of_the_real_plotly_js()
    {
        var output = await Plotly.ValidateAsync(Samples.All.ToDictionary(pair => pair.Key, pair => pair.Value.ToPlotlyJson()));
        Assert.Equal($"checked {Samples.All.Count()}", output.Trim());
    }

    [Fact]
    public async Task The_check_itself_finds_an_unknown_key()
    {
        var output = await Plotly.ValidateAsync(new Dictionary<string, string> { ["wrong"] = """{"data":[{"type":"scatter","colour":1}],"layout":{}}""" });
        Assert.Contains("key colour is not part of the schema", output);
    }

    [Fact]
    public void Values_that_are_not_finite_are_gaps()
    {
        using var figure = JsonDocument.Parse(Samples.Named("line-gaps").ToPlotlyJson());
        var values = figure.RootElement.GetProperty("data")[0].GetProperty("y").EnumerateArray().ToArray();
        Assert.Equal(JsonValueKind.Null, values[2].ValueKind);
        Assert.Equal(1.2, values[3].GetDouble());
    }

    [Fact]
    public void A_figure_can_stand_inside_a_script_element()
    {
        foreach (var name in Samples.All.Select(pair => pair.Key).Where(name => name.EndsWith("-hostile", StringComparison.Ordinal)))
            Assert.DoesNotContain(Samples.Named(name).ToPlotlyJson(), character => character is '<' or '>' or '&' or '\'');
    }

    [Fact]
    public void Plotly_reads_no_tags_and_no_formulas_in_the_texts_of_users()
    {
        using var figure = JsonDocument.Parse(Samples.Named("line-hostile").ToPlotlyJson());
        var title = figure.RootElement.GetProperty("layout").GetProperty("title").GetProperty("text").GetString()!;
        Assert.StartsWith("&lt;script&gt;", title);
        Assert.DoesNotContain('$', title);
    }
}
