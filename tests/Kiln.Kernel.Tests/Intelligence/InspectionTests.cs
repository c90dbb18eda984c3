namespace Kiln.Kernel.Tests;

public class InspectionTests(PreparedSession session) : IClassFixture<PreparedSession>
{
    [Theory]
    [InlineData("Math.Sqrt", "double Math.Sqrt(double d)")]
    [InlineData("Math.Sqrt", "Returns the square root")]
    [InlineData("Math.Sqrt(2", "double Math.Sqrt(double d)")]
    [InlineData("var r = Math.Sq|rt(4);", "Math.Sqrt")]
    [InlineData("string.Join(", "Join(char separator")]
    [InlineData("learningRate", "double learningRate")]
    [InlineData("thing.Beta", "Multiplies.")]
    [InlineData("thing.Beta", "times: How often.")]
    [InlineData("display", "Shows a value as output of the running cell.")]
    [InlineData("new MyThi|ng()", "MyThing.MyThing()")]
    [InlineData("MyTh|ing x", "class MyThing")]
    [InlineData("Level|.Low", "enum Level")]
    [InlineData("Level.Lo|w", "Level.Low = 0")]
    [InlineData("new List<int>()", "List<int>.List()")]
    [InlineData("Lis|t<int> x", "class System.Collections.Generic.List<")]
    [InlineData("st|ring x", "Represents text")]
    [InlineData("va|r text = title;", "string")]
    [InlineData("prices.Whe|re(x => x > 1)", "Where")]
    [InlineData("prices.Where(x => |x > 1)", "double x")]
    [InlineData("Console.Out.Wri|te(1)", "TextWriter.Write(int value)")]
    [InlineData("#!shared", "#!shared")]
    [InlineData("#!train net --epochs", "--epochs")]
    [InlineData("#!model net\nFlatten(), Conv2d(", "Layers.Conv2d(")]
    [InlineData("#r| \"nuget: X\"", "#r: adds a package")]
    [InlineData("fore|ach (var x in prices) { }", "foreach: runs its body for each element")]
    [InlineData("await| page", "waits for a task")]
    public void A_name_is_shown_with_its_signature_and_documentation(string code, string expected) => Assert.Contains(expected, session.Plain(code));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("unknownThing")]
    [InlineData("12")]
    [InlineData("\"Math.Sqrt|\"")]
    [InlineData("// Math.Sqrt|")]
    [InlineData("/* Math.Sqrt| */")]
    [InlineData("1 +| 2")]
    public void Where_nothing_is_known_nothing_is_found(string code) => Assert.Null(session.Plain(code));

    [Theory]
    [InlineData("Sum(", "→ first: The first number.")]
    [InlineData("Sum(1, ", "→ second: The second number.")]
    [InlineData("Sum(second: ", "→ second: The second number.")]
    [InlineData("Sum(1, |2);", "→ second: The second number.")]
    [InlineData("Console.WriteLine(Sum(1, |", "→ second: The second number.")]
    [InlineData("new Random(", "Random.Random(int Seed)")]
    [InlineData("Random r = new(", "Random.Random(int Seed)")]
    [InlineData("names[", "int Dictionary<string, int>.this[string key].get")]
    [InlineData("[Obsolete(|] class C { }", "ObsoleteAttribute.ObsoleteAttribute(")]
    public void Inside_a_call_the_parameter_at_the_cursor_is_marked(string code, string expected) => Assert.Contains(expected, session.Plain(code));

    [Theory]
    [InlineData("Sum(1, 2|)", "→ int Sum(int first, int second)")]
    [InlineData("Sum(1, \"a\"|)", "→ int Sum(int first, string text)")]
    [InlineData("Su|m(1, \"a\")", "→ int Sum(int first, string text)")]
    public void Of_the_overloads_the_one_that_fits_is_marked(string code, string expected)
    {
        Assert.StartsWith(expected, session.Plain(code));
        Assert.Contains("\n  int Sum(", session.Plain(code));
    }

    [Fact]
    public void Overloads_beyond_a_few_are_counted() => Assert.Contains("more overloads", session.Plain("Console.WriteLine("));

    [Theory]
    [InlineData("title", "= \"a title\", declared in Cell [3]")]
    [InlineData("prices", "= 2 elements, declared in Cell [1]")]
    [InlineData("learningRate", "= 0.001")]
    [InlineData("maybe", "= 3")]
    [InlineData("level", "= Low")]
    [InlineData("Sum(", "declared in Cell [3]")]
    [InlineData("thing", "declared in Cell [1]")]
    public void What_the_session_declared_is_shown_with_its_cell_and_value(string code, string expected) => Assert.Contains(expected, session.Plain(code));

    [Fact]
    public void More_detail_shows_the_code_that_declared_it()
    {
        Assert.DoesNotContain("Alpha * times", session.Plain("thing.Beta"));
        Assert.Contains("public int Beta(int times) => Alpha * times;", session.Plain("thing.Beta", detailed: true));
        Assert.Contains("var thing = new MyThing();", session.Plain("thing", detailed: true));
    }

    [Fact]
    public void More_detail_shows_remarks()
    {
        const string code = "/// <summary>Short.</summary>\n/// <remarks>Long <see langword=\"null\"/>.</remarks>\nvoid F() { }\nF";
        Assert.DoesNotContain("Long", session.Plain(code));
        Assert.Contains("Long null.", session.Plain(code, detailed: true));
    }

    [Fact]
    public void Documentation_is_read_with_its_marks()
    {
        const string code = """
            /// <summary>Takes <paramref name="size"/>, gives <see langword="true"/>, see <see cref="System.Math.Abs(int)"/> and <c>x + 1</c>.
            /// <para>Second paragraph.</para>
            /// <list type="bullet"><item><description>one</description></item><item><term>two</term><description>more</description></item></list>
            /// <code>
            /// var a = 1;
            ///   var b = 2;
            /// </code></summary>
            void F(int size) { }
            F
            """;
        Assert.Equal(
            """
            void F(int size)

            Takes size, gives true, see Math.Abs and x + 1.

            Second paragraph.

            - one
            - two: more

                var a = 1;
                  var b = 2;
            """,
            session.Plain(code));
        Assert.Contains("Takes `size`, gives `true`, see `Math.Abs` and `x + 1`.", session.Inspect(code)!.Data["text/markdown"]);
    }

    [Fact]
    public void Documentation_is_inherited_from_what_is_overridden_implemented_or_named()
    {
        const string declared = """
            abstract class Base { /// <summary>Of the base.</summary>
                public abstract void F(); }
            interface IMade { /// <summary>Of the interface.</summary>
                void G(); }
            class Derived : Base, IMade {
                /// <inheritdoc/>
                public override void F() { }
                public void G() { }
                /// <inheritdoc cref="F"/>
                public void H() { } }
            """;
        Assert.Contains("Of the base.", session.Plain(declared + "new Derived().F"));
        Assert.Contains("Of the interface.", session.Plain(declared + "new Derived().G"));
        Assert.Contains("Of the base.", session.Plain(declared + "new Derived().H"));
    }

    [Fact]
    public void Plain_text_fits_eighty_columns()
    {
        foreach (var code in new[] { "Math.Round(", "string.Join(", "File.ReadAllText", "prices.Aggregate(" })
            Assert.DoesNotContain(session.Plain(code)!.Split('\n'), line => line.Length > 80);
    }

    [Fact]
    public void Markdown_and_html_are_twins_of_the_plain_text()
    {
        var page = session.Inspect("Sum(1, ")!.Data;
        Assert.StartsWith("```csharp\n", page["text/markdown"]);
        Assert.Contains("- **second**: The second number.", page["text/markdown"]);
        Assert.Contains("The `sum`.", page["text/markdown"]);
        Assert.Contains("<b>→ second: The second number.</b>", page["text/html"]);
    }

    [Fact]
    public void Html_takes_names_as_text() => Assert.Contains("List&lt;int&gt;", session.Inspect("new List<int>()")!.Data["text/html"]);
}
