namespace Kiln.Kernel.Tests;

/// <summary>Completion, inspection and completeness over one session with a few cells.</summary>
public class InterpreterTests(InterpreterTests.Prepared prepared) : IClassFixture<InterpreterTests.Prepared>
{
    private readonly Interpreter _interpreter = prepared.Interpreter;

    [Fact]
    public void Variables_of_the_session_come_first() => Assert.Equal("learningRate", Texts("lear")[0]);

    [Theory]
    [InlineData("Console.WriteL", "WriteLine")]
    [InlineData("Math.Sq", "Sqrt")]
    [InlineData("fore", "foreach")]
    [InlineData("prices.Wh", "Where")]
    [InlineData("thing.", "Alpha")]
    [InlineData("using System.Ne", "Net")]
    [InlineData("prices.Select(price => price.CompareT", "CompareTo")]
    [InlineData("new MyTh", "MyThing")]
    [InlineData("new MyThing { Al", "Alpha")]
    [InlineData("MyThing other = new() { Al", "Alpha")]
    [InlineData("thing.Beta(ti", "times:")]
    [InlineData("#!lsm", "#!lsmagic")]
    [InlineData("var a = 1;\n#!sha", "#!shared")]
    [InlineData("#!lsmagic\nConsole.WriteL", "WriteLine")]
    [InlineData("#r \"nuget: TorchSharp\"\nConsole.WriteL", "WriteLine")]
    [InlineData("#!model net\nFlatten(), Line", "Linear")]
    [InlineData("#!model net\nLinear(hp.", "Int")]
    [InlineData("#!model net\nFlatten(),\nLinear(clas", "classes")]
    [InlineData("#!model net\nvar a = 1;\nreturn Line", "Linear")]
    [InlineData("#!model net\nFlatten()\n#!train n\nConsole.WriteL", "WriteLine")]
    [InlineData("#!shared\nclass A { }\nvar learned = lear", "learningRate")]
    [InlineData("#!train net --ep", "--epochs")]
    [InlineData("await Lab.Train(\"net\", \"digits\", new() { Epo", "Epochs")]
    [InlineData("TorchSharp.torch.nn.Lin", "Linear")]
    public void The_expected_name_is_proposed(string code, string expected) => Assert.Contains(expected, Texts(code));

    [Theory]
    [InlineData("// Consol")]
    [InlineData("var s = \"Consol")]
    [InlineData("var s = \"\"\"\n Consol")]
    [InlineData("/* Consol")]
    public void Comments_and_strings_are_left_alone(string code) => Assert.Empty(Texts(code));

    [Fact]
    public void Inside_the_code_the_word_before_the_cursor_is_completed()
    {
        var found = _interpreter.Complete("Console.Wr\nvar z = 1;", "Console.Wr".Length);
        Assert.Equal((8, 10), (found.Start, found.End));
        Assert.Contains("Write", found.Items.Select(item => item.Text));
    }

    [Fact]
    public void A_magic_on_a_later_line_is_replaced_at_its_own_place()
    {
        var found = _interpreter.Complete("1;\n#!lsm", 8);
        Assert.Equal((3, 8), (found.Start, found.End));
    }

    [Fact]
    public void In_a_body_the_replaced_stretch_lies_in_the_cell()
    {
        var found = _interpreter.Complete("#!model net\nFlatten(), Line", 27);
        Assert.Equal((23, 27), (found.Start, found.End));
    }

    [Fact]
    public void Keywords_do_not_follow_a_dot() => Assert.DoesNotContain("while", Texts("thing.w"));

    [Fact]
    public void The_kernels_own_machinery_is_not_proposed() => Assert.DoesNotContain("Checkpoint", Texts("Kiln.Kernel.Check"));

    [Theory]
    [InlineData("Math.Sqrt", "double Math.Sqrt(double d)")]
    [InlineData("Math.Sqrt", "Returns the square root")]
    [InlineData("Math.Sqrt(2", "double Math.Sqrt(double d)")]
    [InlineData("string.Join(", "Join(char separator")]
    [InlineData("learningRate", "double learningRate")]
    [InlineData("thing.Beta", "Multiplies.")]
    [InlineData("thing.Beta", "times: How often.")]
    [InlineData("display", "Shows a value as output of the running cell.")]
    [InlineData("#!shared", "#!shared")]
    [InlineData("#!model net\nFlatten(), Conv2d(", "Layers.Conv2d(")]
    [InlineData("#!train net --epochs", "--epochs")]
    public void Inspection_shows_signature_and_documentation(string code, string expected) =>
        Assert.Contains(expected, _interpreter.Inspect(code, code.Length)!.Data["text/plain"]);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("unknownThing")]
    [InlineData("12")]
    public void Where_nothing_is_known_inspection_finds_nothing(string code) => Assert.Null(_interpreter.Inspect(code, code.Length));

    [Fact]
    public void A_cursor_in_the_middle_of_a_name_inspects_that_name() =>
        Assert.Contains("Math.Sqrt", _interpreter.Inspect("var r = Math.Sqrt(4);", 14)!.Data["text/plain"]);

    [Theory]
    [InlineData("1", Completeness.Complete)]
    [InlineData("Console.WriteLine(1);", Completeness.Complete)]
    [InlineData("", Completeness.Complete)]
    [InlineData("#!lsmagic", Completeness.Complete)]
    [InlineData("#!shared\nclass A {", Completeness.Complete)]
    [InlineData("#!lsmagic\nfor (;;) {", Completeness.Incomplete)]
    [InlineData("#r \"nuget: TorchSharp, 0.105\"", Completeness.Complete)]
    [InlineData("for (int i = 0; i < 3; i++) {", Completeness.Incomplete)]
    [InlineData("Console.WriteLine(\"x\"", Completeness.Incomplete)]
    [InlineData("int F(int a) {", Completeness.Incomplete)]
    [InlineData("var text = \"\"\"\n line", Completeness.Incomplete)]
    [InlineData("var text = @\"line", Completeness.Incomplete)]
    [InlineData("/* open", Completeness.Incomplete)]
    [InlineData("}", Completeness.Invalid)]
    [InlineData("int x = = 3;", Completeness.Invalid)]
    internal void Code_is_complete_open_or_wrong(string code, Completeness expected) => Assert.Equal(expected, _interpreter.IsComplete(code));

    private List<string> Texts(string code) => [.. _interpreter.Complete(code, code.Length).Items.Select(item => item.Text)];

    public sealed class Prepared : IAsyncLifetime
    {
        internal Interpreter Interpreter { get; } = new(Path.GetTempPath());

        public async ValueTask InitializeAsync() => await Interpreter.Chain.Run(Interpreter.Chain.Compile(
            """
            var learningRate = 1e-3;
            var prices = new List<double> { 1, 2 };
            class MyThing
            {
                public int Alpha { get; set; }
                /// <summary>Multiplies.</summary>
                /// <param name="times">How often.</param>
                public int Beta(int times) => Alpha * times;
            }
            var thing = new MyThing();
            """,
            "Cell [1]"));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
