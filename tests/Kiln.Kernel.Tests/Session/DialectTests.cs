namespace Kiln.Kernel.Tests;

/// <summary>What a cell may say beyond C#'s script dialect, and what it is told where it may not.</summary>
[Collection("kernel")]
public sealed class DialectTests(KernelProbe kernel) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kiln-dialect").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("await Task.FromResult(5)", "5")]
    [InlineData("null", "<null>")]
    [InlineData("public record Person(string Name); new Person(\"Ada\").Name", "Ada")]
    [InlineData("T Twice<T>(T value, Func<T, T> f) where T : struct => f(f(value));\nTwice(3, x => x * x)", "81")]
    [InlineData("(int Sum, string Text) pair = (3, \"x\"); pair.Sum", "3")]
    [InlineData("int[] joined = [1, 2, .. new[] { 3 }]; joined.Length", "3")]
    [InlineData("\"\"\"\nraw\n\"\"\"", "raw")]
    [InlineData("class Req { public required string Name { get; init; } } new Req { Name = \"n\" }.Name", "n")]
    [InlineData("class Point(double x) { public double Twice => 2 * x; } new Point(4).Twice", "8")]
    [InlineData("class Doubled { public int P { get => field; set => field = value * 2; } } new Doubled { P = 4 }.P", "8")]
    [InlineData("using static System.Math;\nRound(Sqrt(2), 3)", "1.414")]
    [InlineData("private static int hits = 5; private int Next() => ++hits; Next()", "6")]
    [InlineData("int v = 3; unsafe { fixed (int* p = new[] { 9 }) v = *p; } v", "9")]
    [InlineData("dynamic bag = new System.Dynamic.ExpandoObject(); bag.Name = \"dyn\"; bag.Name", "dyn")]
    [InlineData("ref struct Window { public Span<int> Items; } int First() { var w = new Window { Items = new[] { 7 } }; return w.Items[0]; } First()", "7")]
    [InlineData("int Local() { int Inner(int a) => a + 1; return Inner(1); } Local()", "2")]
    [InlineData("int size = 5; size switch { < 3 => \"small\", >= 3 and < 10 => \"medium\", _ => \"large\" }", "medium")]
    [InlineData("#nullable enable\nstring? maybe = null;\nmaybe is null", "True")]
    [InlineData("#define FAST\n#if FAST\n1\n#else\n2\n#endif", "1")]
    [InlineData("#region a\n#pragma warning disable CS0168\nint unused;\n#endregion\n3", "3")]
    [InlineData("\uFEFFvar marked = 1;\r\nmarked + 1\r\n", "2")]
    [InlineData("// a comment\n#!csharp\n1 + 1", "2")]
    [InlineData("{ Span<int> cells = stackalloc int[3]; Console.Write(cells.Length); } 0", "0")]
    [InlineData("async IAsyncEnumerable<int> Count() { await Task.Yield(); yield return 1; yield return 2; }\nvar total = 0; await foreach (var n in Count()) total += n; total", "3")]
    [InlineData("record Pair(int A, int B); var both = new Pair(1, 2);\nboth with { A = 5 }", "Pair { A = 5, B = 2 }")]
    [InlineData("#r \"System.Net.Http.Json\"\n#r \"System.Xml.Linq.dll\"\ntypeof(System.Net.Http.Json.JsonContent).Name", "JsonContent")]
    public async Task A_cell_means_what_it_means_in_NET_Interactive(string code, string expected) =>
        Assert.Equal(expected, (await kernel.RunAsync(code)).Result);

    [Fact]
    public async Task The_newest_definition_of_a_name_wins()
    {
        await kernel.RunAsync("class Twin { public int V => 1; } int twinValue = 1; int TwinMethod() => 1;");
        await kernel.RunAsync("class Twin { public int V => 2; } string twinValue = \"two\"; int TwinMethod() => 2;");
        Assert.Equal("2two2", (await kernel.RunAsync("$\"{new Twin().V}{twinValue}{TwinMethod()}\"")).Result);
    }

    [Fact]
    public async Task A_static_class_may_hold_extension_methods_which_later_cells_may_define_anew()
    {
        const string Class = """
            public static class Texts
            {
                public static string Loud<T>(this T text, params string[] ends) where T : class
                    => text + string.Concat(ends);
                internal static bool Cut(this string text, int at, out string head) { head = text[..at]; return at > 0; }
            }
            """;
        Assert.Equal("hi!?he", (await kernel.RunAsync(Class + "\n\"hello\".Cut(2, out var head); \"hi\".Loud(\"!\", \"?\") + head")).Result);
        Assert.Equal("HI", (await kernel.RunAsync("public static class Texts { public static string Loud(this string text) => text.ToUpper(); }\n\"hi\".Loud() + Texts.Loud(\"\")")).Result);
    }

    [Fact]
    public async Task Using_directives_may_stand_anywhere()
    {
        var cell = await kernel.RunAsync("var early = 1;\nusing System.Net.Mail;\nusing Json = System.Text.Json.JsonSerializer;\ntypeof(MailAddress).Name + Json.Serialize(early)");
        Assert.Equal("MailAddress1", cell.Result);
        Assert.Equal("SmtpClient", (await kernel.RunAsync("typeof(SmtpClient).Name")).Result);
    }

    [Fact]
    public async Task Types_of_a_namespace_become_types_of_the_session()
    {
        var cell = await kernel.RunAsync("""
            namespace Shapes.Flat
            {
                using System.Net.Mail;

                public class Square(int side) { public int Area => side * side; public MailAddress Owner => new("a@b.c"); }
                public static class Squares { public static int Twice(this Square square) => 2 * square.Area; }
            }
            """);
        Assert.Equal("ok", cell.Status);
        Assert.Equal("18", (await kernel.RunAsync("using Shapes.Flat;\nusing static Shapes.Flat.Squares;\nnew Square(3).Twice()")).Result);
        Assert.Equal("4", (await kernel.RunAsync("var square = new Shapes.Flat.Square(2);\nusing Shapes.Flat;\nsquare.Area")).Result);
    }

    [Fact]
    public async Task A_type_of_a_namespace_may_be_defined_anew()
    {
        await kernel.RunAsync("namespace Counters;\npublic class Counter { public int Value => 1; }");
        await kernel.RunAsync("namespace Counters;\npublic class Counter { public int Value => 2; }");
        Assert.Equal("2", (await kernel.RunAsync("new Counters.Counter().Value")).Result);
    }

    [Fact]
    public async Task Errors_in_a_namespace_keep_their_line_and_column() =>
        Assert.Contains("(3,37): error CS0103", (await kernel.RunAsync("namespace Wrong\n{\n    class Half { public int Value = x; }\n}")).Traceback);

    [Theory]
    [InlineData("static class E { extension(string s) { public int Words => 1; } }\n\"a\".Words", "Write an extension method instead")]
    [InlineData("Span<int> cells = stackalloc int[3];\ncells.Length", "Put the code into braces { … }")]
    [InlineData("using var reader = new StringReader(\"x\");\nreader.ReadLine()", "a cell cannot declare it with using")]
    [InlineData("using StringReader reader = new(\"x\");", "a cell cannot declare it with using")]
    [InlineData("file class Hidden { }", "Leave the word file out")]
    [InlineData("static class E { static int Half(this int a) => a / 2; }", "Make the extension method public")]
    public async Task What_cells_cannot_say_is_told_with_the_remedy(string code, string remedy)
    {
        var cell = await kernel.RunAsync(code);
        Assert.Contains(remedy, cell.Traceback);
        Assert.Single(cell.Traceback.Split('\n'), line => line.Contains("error CS", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_is_loaded_with_the_files_that_it_loads_from_its_own_folder()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "deep"));
        Write("deep/two.csx", "var two = 41;");
        var one = Write("one.csx", "#load \"deep/two.csx\"\nint Sum() => one + two; var one = 1; one");
        var cell = await kernel.RunAsync($"#load \"{one}\"\nSum()");
        Assert.Equal("42", cell.Result);
        Assert.Equal("41", (await kernel.RunAsync("two")).Result);
    }

    [Fact]
    public async Task A_loaded_file_ends_in_no_result() =>
        Assert.Empty((await kernel.RunAsync($"#load \"{Write("value.csx", "1 + 1")}\"\nvar after = 1;")).Outputs);

    [Fact]
    public async Task Packages_of_a_loaded_file_are_seen_to()
    {
        var cell = await kernel.RunAsync($"#load \"{Write("packages.csx", "#r \"nuget: Kiln\"\nvar packaged = 1;")}\"\npackaged");
        Assert.Equal($"Kiln {KilnVersion.Text} is built in.", cell.Data("display_data"));
        Assert.Equal("1", cell.Result);
    }

    [Fact]
    public async Task Errors_in_a_loaded_file_name_the_file_and_its_line()
    {
        var wrong = Write("wrong.csx", "\nint x = y;");
        Assert.Contains($"{wrong}(2,9): error CS0103", (await kernel.RunAsync($"#load \"{wrong}\"")).Traceback);
        var throws = Write("throws.csx", "void Fail()\n{\n    throw new InvalidOperationException(\"no\");\n}");
        Assert.Contains($"{throws} line 3", (await kernel.RunAsync($"#load \"{throws}\"\nFail();")).Traceback);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named_with_its_line()
    {
        var cell = await kernel.RunAsync("var a = 1;\n#load \"missing.csx\"");
        Assert.Contains("missing.csx", cell.Traceback);
    }

    [Fact]
    public async Task A_loop_in_a_loaded_file_can_be_interrupted()
    {
        var file = Write("loop.csx", "void Forever() { while (true) { } }");
        var request = kernel.Submit($"#load \"{file}\"\nConsole.WriteLine(\"in\"); Forever();");
        await kernel.UntilAsync(() => kernel.About(request).Any(entry => entry.Message.Type == "stream"));
        kernel.Session.Interrupt();
        await kernel.IdleAsync(request);
        Assert.Equal("KeyboardInterrupt", (string?)new CellRecord([.. kernel.About(request)]).Reply["ename"]);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
