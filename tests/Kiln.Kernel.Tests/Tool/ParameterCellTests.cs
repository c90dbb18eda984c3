using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

public class ParameterCellTests
{
    private const string Defaults = """
        // what a run may change
        int epochs = 3;
        double rate = 1e-3;
        var name = "first";
        var fast = false;
        const long limit = 7L;
        float? ratio = null;
        TimeSpan pause = TimeSpan.FromSeconds(1);
        var offset = -2;
        """;

    [Theory]
    [InlineData("epochs", "20", "epochs = 20;")]
    [InlineData("rate", "0.5", "rate = 0.5d;")]
    [InlineData("rate", "1e-4", "rate = 0.0001d;")]
    [InlineData("rate", "3", "rate = 3d;")]
    [InlineData("rate", "NaN", "rate = double.NaN;")]
    [InlineData("rate", "-Infinity", "rate = double.NegativeInfinity;")]
    [InlineData("name", "a \"b\"\n\\", "name = \"a \\\"b\\\"\\n\\\\\";")]
    [InlineData("name", "", "name = \"\";")]
    [InlineData("name", "x=y", "name = \"x=y\";")]
    [InlineData("fast", "True", "fast = true;")]
    [InlineData("limit", "9", "const long limit = 9L;")]
    [InlineData("ratio", "0.25", "ratio = 0.25f;")]
    [InlineData("ratio", "null", "ratio = null;")]
    [InlineData("pause", "TimeSpan.FromHours(2)", "pause = TimeSpan.FromHours(2);")]
    [InlineData("offset", "-5", "offset = -5;")]
    public void A_value_becomes_CSharp_of_the_parameters_type(string name, string value, string expected) =>
        Assert.Equal(expected, Inject(Tagged(Defaults), (name, value)).Cells[1].Source.Split('\n', 2)[1]);

    [Theory]
    [InlineData("epochs", "2.5", "expected a whole number (int), got '2.5'")]
    [InlineData("epochs", "99999999999", "expected a whole number (int)")]
    [InlineData("rate", "fast", "For example: --parameter rate=0.5")]
    [InlineData("fast", "1", "expected true or false")]
    [InlineData("pause", "1 +", "expected an expression of C#")]
    [InlineData("pause", "1; File.Delete(\"x\")", "expected an expression of C#")]
    public void A_value_that_does_not_fit_is_refused_with_an_example(string name, string value, string expected) =>
        Assert.Contains(expected, Assert.Throws<ToolException>(() => Inject(Tagged(Defaults), (name, value))).Message);

    [Fact]
    public void An_unknown_name_is_refused_with_those_that_there_are()
    {
        var message = Assert.Throws<ToolException>(() => Inject(Tagged("int epochs = 3;\nvar rate = 0.1;"), ("epoch", "1"))).Message;
        Assert.Equal("--parameter: the notebook has no parameter epoch. Did you mean epochs? It has: epochs = 3, rate = 0.1.", message);
    }

    [Fact]
    public void A_notebook_without_parameters_is_told_how_to_have_some() =>
        Assert.Contains("// parameters", Assert.Throws<ToolException>(() => Inject(new NotebookDocument { Cells = [new NotebookCell { Source = "int x = 1;" }] }, ("x", "2"))).Message);

    [Fact]
    public void Where_there_are_no_tags_a_first_line_says_the_same()
    {
        var document = new NotebookDocument { Cells = [new NotebookCell { Source = "1" }, new NotebookCell { Source = "\n// Parameters\nint x = 1;" }, new NotebookCell { Source = "x" }] };
        Assert.Equal("// Parameters of this run\nx = 2;", Inject(document, ("x", "2")).Cells[2].Source);
    }

    [Fact]
    public void The_cell_of_an_earlier_run_is_replaced()
    {
        var document = Inject(Inject(Tagged("int x = 1;"), ("x", "2")), ("x", "3"));
        Assert.Equal(2, document.Cells.Count);
        Assert.Contains("x = 3;", document.Cells[1].Source);
        Assert.Equal(["injected-parameters"], document.Cells[1].Tags);
    }

    [Fact]
    public void Without_values_a_notebook_stays_as_it_is() => Assert.Single(Inject(Tagged("int x = 1;")).Cells);

    private static NotebookDocument Tagged(string source) => new()
    {
        Cells = [new NotebookCell { Source = source, Metadata = new JsonObject { ["tags"] = new JsonArray("parameters") } }],
    };

    private static NotebookDocument Inject(NotebookDocument document, params (string Name, string Value)[] values)
    {
        ParameterCell.Inject(document, [.. values.Select(value => KeyValuePair.Create(value.Name, value.Value))]);
        return document;
    }
}
