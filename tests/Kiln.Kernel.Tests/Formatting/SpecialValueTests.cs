using System.Data;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Kiln.Kernel.Tests;

[Collection("registry")]
public class SpecialValueTests
{
    [Fact]
    public void A_data_table_shows_its_name_its_columns_and_what_is_null() => Assert.Equal(
        Shown.Lines(
            "people (2 rows)",
            "Id  Name",
            " 1  Ann",
            " 2  <null>"),
        Shown.Text(People()));

    [Fact]
    public void A_data_view_shows_its_rows_in_its_order() => Assert.Equal(
        Shown.Lines(
            "people (2 rows)",
            "Id  Name",
            " 2  <null>",
            " 1  Ann"),
        Shown.Text(new DataView(People()) { Sort = "Id DESC" }));

    [Fact]
    public void A_data_table_without_rows_says_so()
    {
        var table = new DataTable();
        table.Columns.Add("A");
        Assert.Equal("A\n(no rows)", Shown.Text(table));
        Assert.Contains(">no rows</td>", Shown.Bare(table));
    }

    [Fact]
    public void A_data_set_shows_its_tables()
    {
        var set = new DataSet("shop");
        set.Tables.Add(People());
        Assert.Contains("shop", Shown.Text(set));
        Assert.Contains("people", Shown.Text(set));
    }

    [Fact]
    public void A_data_row_shows_its_cells_by_name() => Assert.Equal("{ Id = 1, Name = Ann }", Shown.Text(People().Rows[0]));

    [Fact]
    public void JSON_is_JSON_as_text_and_a_tree_as_html()
    {
        var node = JsonNode.Parse("""{"a":[1,2],"b":{"c":"é"}}""")!;
        Assert.Equal("{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {\n    \"c\": \"é\"\n  }\n}", Shown.Text(node).ReplaceLineEndings("\n"));
        Assert.Contains("<td>a</td><td>[ 1, 2 ]</td>", Shown.Bare(node));
        Assert.Equal(Shown.Text(node), Shown.Text(JsonDocument.Parse(node.ToJsonString())));
    }

    [Fact]
    public void An_array_of_JSON_objects_is_a_table() => Assert.Equal(
        Shown.Lines(
            "index  x  y",
            "    0  1",
            "    1  2  true"),
        Shown.Text(JsonDocument.Parse("""[{"x":1},{"x":2,"y":true}]""").RootElement));

    [Fact]
    public void XML_keeps_its_lines() => Assert.Equal("<a>\n  <b x=\"1\" />\n</a>", Shown.Text(XElement.Parse("<a><b x='1'/></a>")).ReplaceLineEndings("\n"));

    [Fact]
    public void A_finished_task_shows_its_result() => Assert.Equal("Task<int> { Status = RanToCompletion, Result = 3 }", Shown.Text(Task.FromResult(3)));

    [Fact]
    public void A_running_task_is_not_waited_for() => Assert.Equal("Task<int> { Status = WaitingForActivation }", Shown.Text(new TaskCompletionSource<int>().Task));

    [Fact]
    public void A_failed_task_shows_why() =>
        Assert.Contains("System.InvalidOperationException: no", Shown.Text(Task.FromException<int>(new InvalidOperationException("no"))));

    [Fact]
    public void A_lazy_value_stays_lazy()
    {
        var lazy = new Lazy<int>(() => 4);
        Assert.Equal("Lazy<int> { IsValueCreated = False }", Shown.Text(lazy));
        Assert.False(lazy.IsValueCreated);
    }

    [Fact]
    public void An_async_sequence_says_how_to_read_it() => Assert.Contains("await foreach", Shown.Text(Later()));

    [Fact]
    public void A_stream_is_not_read()
    {
        using var stream = new MemoryStream([1, 2, 3]);
        Assert.Contains("Length: 3", Shown.Text(stream));
        Assert.Equal(0, stream.Position);
    }

    [Fact]
    public void An_exception_shows_what_happened_where_and_why()
    {
        var shown = ValueFormatters.Bundle(Thrown()).Data;
        var lines = shown["text/plain"].Split('\n');
        Assert.Equal("System.InvalidOperationException: it <failed>", lines[0]);
        Assert.StartsWith("   at System.Linq.", lines[1]);
        Assert.Contains("caused by System.FormatException: no number", lines);
        Assert.StartsWith("<div", shown["text/html"]);
        Assert.Contains("it &lt;failed&gt;", shown["text/html"]);
        Assert.Contains("<details", shown["text/html"]);
    }

    [Fact]
    public void Exceptions_in_a_list_are_lines() => Assert.Equal(
        Shown.Lines(
            "index  value",
            "    0  FormatException: a",
            "    1  FormatException: b"),
        Shown.Text(new[] { new FormatException("a"), new FormatException("b") }));

    private static Exception Thrown()
    {
        try
        {
            _ = Enumerable.Repeat(0, 1).Max<int, int>(_ => throw new InvalidOperationException("it <failed>", new FormatException("no number")));
            return new NotSupportedException("nothing was thrown");
        }
        catch (InvalidOperationException e)
        {
            return e;
        }
    }

    private static async IAsyncEnumerable<int> Later()
    {
        await Task.Yield();
        yield return 1;
    }

    private static DataTable People()
    {
        var table = new DataTable("people");
        table.Columns.Add("Id", typeof(int));
        table.Columns.Add("Name");
        table.Rows.Add(1, "Ann");
        table.Rows.Add(2, DBNull.Value);
        return table;
    }
}
