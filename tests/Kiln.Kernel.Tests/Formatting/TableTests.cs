namespace Kiln.Kernel.Tests;

[Collection("registry")]
public class TableTests
{
    private sealed record City(string Name, int People, City? Twin = null);

    private record Animal(string Name);

    private sealed record Dog(string Name, int Age) : Animal(Name);

    [Fact]
    public void Objects_are_rows_and_their_members_columns_in_the_order_of_declaration() => Assert.Equal(
        Shown.Lines(
            "index  Name   People  Twin",
            "    0  Oslo      700  <null>",
            "    1  Espoo      30  City { Name = Oslo, People = 700, Twin …"),
        Shown.Text(new[] { new City("Oslo", 700), new City("Espoo", 30, new City("Oslo", 700)) }));

    [Fact]
    public void The_html_has_the_same_rows() => Assert.Equal(
        "<table><thead><tr><th><i>index</i></th><th>A</th><th>B</th></tr></thead>"
        + "<tbody><tr><td>0</td><td>1</td><td>x</td></tr><tr><td>1</td><td>2</td><td><span>&lt;null&gt;</span></td></tr></tbody></table>",
        Shown.Bare(new[] { new { A = 1, B = (string?)"x" }, new { A = 2, B = (string?)null } }));

    [Fact]
    public void Members_of_the_base_come_first() =>
        Assert.StartsWith("index  Name  Age", Shown.Text(new[] { new Dog("Rex", 3) }));

    [Fact]
    public void Objects_of_several_types_share_columns_and_say_their_type() => Assert.Equal(
        Shown.Lines(
            "index  type    Name  Age",
            "    0  Animal  Cat",
            "    1  Dog     Rex     3"),
        Shown.Text(new[] { new Animal("Cat"), new Dog("Rex", 3) }));

    [Fact]
    public void A_long_sequence_shows_its_first_rows_and_how_many_follow()
    {
        var rows = Enumerable.Range(0, 10_000).Select(i => new { I = i }).ToList();
        Assert.EndsWith("19  19\n… 9,980 more", Shown.Text(rows));
        Assert.Contains("… 9,980 more</td></tr>", Shown.Html(rows));
    }

    [Fact]
    public void Numbers_stand_at_the_right_and_words_at_the_left()
    {
        var html = Shown.Html(new[] { new { N = 1, W = "a" } });
        Assert.Contains($"<td style=\"{HtmlStyle.Number}\">1</td><td style=\"{HtmlStyle.Words}\">a</td>", html);
    }

    [Fact]
    public void A_dictionary_is_a_table_of_keys_and_values()
    {
        var ages = Enumerable.Range(0, 9).ToDictionary(i => $"somebody {i}", i => i * 100);
        Assert.StartsWith(Shown.Lines("key         value", "somebody 0      0", "somebody 1    100"), Shown.Text(ages));
        Assert.StartsWith("<table><thead><tr><th><i>key</i></th><th>value</th></tr></thead><tbody><tr><td>somebody 0</td><td>0</td></tr>", Shown.Bare(ages));
    }

    [Fact]
    public void A_dictionary_of_objects_has_their_members_as_columns() => Assert.Equal(
        Shown.Lines(
            "key  Name  People  Twin",
            "no   Oslo     700  <null>"),
        Shown.Text(new Dictionary<string, City> { ["no"] = new("Oslo", 700) }));

    [Fact]
    public void Groups_show_their_keys_and_values() => Assert.Equal(
        Shown.Lines(
            "index  Key    values",
            "    0  False  [ 1, 3 ]",
            "    1  True   [ 2 ]"),
        Shown.Text(new[] { 1, 2, 3 }.GroupBy(i => i % 2 == 0)));

    [Fact]
    public void Tuples_are_rows() => Assert.Equal(
        Shown.Lines(
            "index  Item1  Item2",
            "    0      1  a",
            "    1      2  b"),
        Shown.Text(new[] { (1, "a"), (2, "b") }));

    [Fact]
    public void Dictionaries_of_columns_are_rows() => Assert.Equal(
        Shown.Lines(
            "index  id  name",
            "    0   1  Ann",
            "    1   2"),
        Shown.Text(new IDictionary<string, object?>[]
        {
            new Dictionary<string, object?> { ["id"] = 1, ["name"] = "Ann" },
            new Dictionary<string, object?> { ["id"] = 2 },
        }));

    [Fact]
    public void A_matrix_keeps_its_form() => Assert.Equal(
        Shown.Lines(
            "    0   1",
            "0   1   2",
            "1  30  40"),
        Shown.Text(new[,] { { 1, 2 }, { 30, 40 } }));

    [Fact]
    public void A_large_matrix_shows_a_corner()
    {
        var text = Shown.Text(new int[30, 50]);
        Assert.Contains("… 10 more\n", text);
        Assert.EndsWith("… 30 more columns", text);
    }

    [Fact]
    public void An_array_of_three_dimensions_is_a_matrix_for_each_place_of_the_first() => Assert.Equal(
        Shown.Lines(
            "int[2, 1, 2]",
            "  [0, *, *]:",
            "       0  1",
            "    0  5  6",
            "  [1, *, *]:",
            "       0  1",
            "    0  7  8"),
        Shown.Text(new[, ,] { { { 5, 6 } }, { { 7, 8 } } }));

    [Fact]
    public void A_wide_object_says_how_many_columns_it_has_left_out() =>
        Assert.Contains("… 4 more columns", Shown.Text(new[] { Enumerable.Range(0, 24).ToDictionary(i => $"c{i}", object? (i) => i) }));

    [Fact]
    public void A_terminal_is_not_made_wider()
    {
        var wide = new[] { Enumerable.Range(0, 12).ToDictionary(i => $"column {i}", object? (i) => new string('x', 30)) };
        Assert.All(Shown.Text(wide).Split('\n'), line => Assert.InRange(line.Length, 0, 120));
    }

    [Fact]
    public void Wide_characters_keep_columns_aligned()
    {
        var lines = Shown.Text(new[] { new { A = "中文", B = 1 }, new { A = "abcd", B = 2 } }).Split('\n');
        Assert.Equal("    0  中文  1", lines[1]);
        Assert.Equal("    1  abcd  2", lines[2]);
    }

    [Fact]
    public void Line_breaks_and_control_characters_stay_in_their_cell() =>
        Assert.Equal("index  A\n    0  a↵b ·[31m", Shown.Text(new[] { new { A = "a\nb\t\u001b[31m" } }));

    [Fact]
    public void A_long_text_is_cut_with_its_length_and_folds_out()
    {
        var rows = new[] { new { Id = 1, Text = new string('x', 1234) } };
        Assert.Contains("… (1,234 characters)</span></summary>", Shown.Html(rows));
        Assert.Contains(new string('x', 1234), Shown.Html(rows));
        Assert.EndsWith("xxx…", Shown.Text(rows));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</td></table><b>&amp;")]
    public void Hostile_text_is_encoded_wherever_it_stands(string hostile)
    {
        var item = new Dictionary<string, object?> { [hostile] = hostile, ["list"] = new[] { hostile }, ["more"] = new { A = new { B = hostile } } };
        foreach (var value in new object?[] { item, new[] { item }, new[] { hostile, hostile + new string('y', 300) }, new Exception(hostile), Table(hostile) })
        {
            var html = Shown.Html(value);
            Assert.DoesNotContain("<script", html);
            Assert.DoesNotContain("<img", html);
            Assert.DoesNotContain("<b>&", html);
            Assert.Contains("&lt;", html);
        }
    }

    [Fact]
    public void Every_output_does_without_scripts_and_style_sheets()
    {
        foreach (var value in new object[] { new[] { new City("a", 1) }, new Dictionary<int, int> { [1] = 2 }, new City("a", 1), new[] { 1 } })
        {
            Assert.DoesNotContain("<style", Shown.Html(value));
            Assert.DoesNotContain("class=", Shown.Html(value));
        }
    }

    private static System.Data.DataTable Table(string name)
    {
        var table = new System.Data.DataTable(name);
        table.Columns.Add(name);
        table.Rows.Add(name);
        return table;
    }
}
