using System.Collections.Immutable;

namespace Kiln.Kernel.Tests;

[Collection("kernel")]
public class SubmissionChainTests
{
    private static readonly ImmutableArray<string> Usings = ["System", "System.Linq", "System.Collections.Generic", "System.Threading.Tasks"];
    private readonly SubmissionChain _chain = new(References.Default(), Usings);

    // An interrupt that an earlier test asked for would stop the cells of this one.
    public SubmissionChainTests() => Checkpoint.Requested = false;

    [Fact]
    public async Task Later_cells_see_variables_functions_and_types_of_earlier_ones()
    {
        await RunAsync("int a = 2; int Twice(int x) => 2 * x; record Pair(int A, int B);");
        Assert.Equal("Pair { A = 2, B = 4 }", (await RunAsync("new Pair(a, Twice(a))"))!.ToString());
    }

    [Fact]
    public async Task A_name_may_be_declared_again_with_another_type()
    {
        await RunAsync("int again = 1;");
        await RunAsync("string again = \"text\";");
        Assert.Equal("text", await RunAsync("again"));
        Assert.True(_chain.Variables.TryGet("again", out var value));
        Assert.Equal("text", value);
    }

    [Fact]
    public async Task Variables_are_found_with_their_newest_value()
    {
        await RunAsync("var counter = 1;");
        await RunAsync("counter++;");
        Assert.True(_chain.Variables.TryGet("counter", out var value));
        Assert.Equal(2, value);
        Assert.False(_chain.Variables.TryGet("unknown", out _));
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_changes_nothing()
    {
        await RunAsync("var kept = 1;");
        Assert.Throws<CompilationFailedException>(() => _chain.Compile("var kept = \"a\"; nonsense", "Cell"));
        Assert.Equal(1, await RunAsync("kept"));
    }

    [Fact]
    public async Task Code_run_apart_reads_the_session_and_leaves_nothing_behind()
    {
        await RunAsync("var x = 20;");
        Assert.Equal(42, await _chain.RunApart(_chain.Compile("var y = 22; x + y", "Cell")));
        Assert.Throws<CompilationFailedException>(() => _chain.Compile("y", "Cell"));
        Assert.False(_chain.Variables.TryGet("y", out _));
    }

    [Fact]
    public async Task A_function_made_by_code_run_apart_outlives_later_cells()
    {
        await RunAsync("var basis = 40;");
        var add = (Func<int, int>)(await _chain.RunApart(_chain.Compile("(Func<int, int>)(x => basis + x)", "Cell")))!;
        await RunAsync("var other = 1;");
        Assert.Equal(42, add(2));
    }

    [Fact]
    public async Task Captures_are_what_is_used_of_earlier_cells_but_constants()
    {
        await RunAsync("var width = 3; const int Height = 4; int Area(int w) => w * Height; class Block { public int Size; }");
        var submission = _chain.Compile("var own = 1; new Block { Size = own }.Size + Area(width) + Height", "Cell");
        Assert.Equal(["Block", "Area", "width"], _chain.Captures(submission));
    }

    [Fact]
    public async Task What_shared_cells_declare_is_no_capture()
    {
        var shared = _chain.Compile("static int Half(int x) => x / 2; class Helper { }", "Cell");
        _chain.MarkShared(shared);
        await _chain.Run(shared);
        Assert.Empty(_chain.Captures(_chain.Compile("new Helper(); Half(4)", "Cell")));
    }

    [Fact]
    public void Line_directives_move_errors_to_the_users_lines()
    {
        var failure = Assert.Throws<CompilationFailedException>(() => _chain.Compile("var f = 0;\n#line 7\n  missing();", "Cell [2]"));
        Assert.StartsWith("Cell [2](7,3): error CS0103", failure.Message);
    }

    [Fact]
    public async Task Sessions_that_start_at_the_same_time_agree_on_the_types()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var chain = new SubmissionChain(References.Default(), ["System", "Microsoft.DotNet.Interactive.Kernel"]);
            await chain.Run(chain.Compile("using System.Net;", "Cell"));
            chain.Compile("HTML(\"twice\")", "Cell");
        })));
    }

    [Theory]
    [InlineData("CsvHelper", "CsvHelper.CsvReader")]
    [InlineData("MathNet.Numerics", "MathNet.Numerics.Combinatorics")]
    [InlineData("Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.SyntaxNode")]
    public async Task A_library_that_Kiln_stands_on_may_come_in_the_middle_of_a_session(string library, string type)
    {
        var references = References.Default();
        var chain = new SubmissionChain(references, ["System", "Microsoft.DotNet.Interactive.Kernel"]);
        await chain.Run(chain.Compile("var before = HTML(\"before\");", "Cell"));
        Assert.Contains("error CS0", Assert.Throws<CompilationFailedException>(() => chain.Compile($"typeof({type})", "Cell")).Message);
        Assert.True(references.Add(OwnAssemblies.Find(library)!));
        Assert.Equal(type, (await chain.Run(chain.Compile($"var found = typeof({type}); found.FullName", "Cell")))!);
        await chain.Run(chain.Compile("before = HTML(\"after\"); var after = before;", "Cell"));
        chain.Compile("HTML(after.ToString())", "Cell");
    }

    [Theory]
    [InlineData("1 + 1", false)]
    [InlineData("Console.Write(before); if (before > 0) { var inner = 2; }", false)]
    [InlineData("await Task.Yield();", false)]
    [InlineData("var x = 1;", true)]
    [InlineData("int.TryParse(\"1\", out var x)", true)]
    [InlineData("void F() { }", true)]
    [InlineData("class C { }", true)]
    [InlineData("using System.Net;", true)]
    [InlineData("using System.Net;\n1 + 1", true)]
    public async Task Only_what_declares_something_is_a_link_of_the_chain(string code, bool isLink)
    {
        await RunAsync("var before = 1;");
        var last = _chain.Last;
        await RunAsync(code);
        Assert.Equal(isLink, _chain.Last != last);
        Assert.Equal(2, await RunAsync("before + 1"));
    }

    private Task<object?> RunAsync(string code) => _chain.Run(_chain.Compile(code, "Cell"));
}
