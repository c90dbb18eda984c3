namespace Kiln.Kernel.Tests;

[Collection("kernel")]
public class FailureTests(KernelProbe kernel)
{
    [Fact]
    public async Task A_compile_error_shows_its_line_and_a_caret()
    {
        var cell = await kernel.RunAsync("var fine = 1;\nint wrong = \"s\";");
        Assert.Equal("CompilationError", (string?)cell.Reply["ename"]);
        Assert.Contains("(2,13): error CS0029", (string?)cell.Reply["evalue"]);
        Assert.Contains("    int wrong = \"s\";\n                ^~~", cell.Traceback);
    }

    [Fact]
    public async Task An_error_in_a_very_long_line_shows_the_part_around_it()
    {
        var cell = await kernel.RunAsync($"var data = \"{new string('x', 100_000)}\"; missing(); var more = \"{new string('y', 100_000)}\";");
        Assert.Contains("xxx\"; missing(); var more", cell.Traceback);
        Assert.InRange(cell.Traceback.Length, 0, 1000);
        var lines = cell.Traceback.Split('\n');
        Assert.Equal(lines[1].IndexOf("missing", StringComparison.Ordinal), lines[2].IndexOf('^', StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_below_a_magic_keeps_its_line_in_the_cell() =>
        Assert.Contains("(3,1): error CS0103", (await kernel.RunAsync("#!lsmagic\n\nunknownName;")).Traceback);

    [Fact]
    public async Task An_error_in_a_loop_has_the_column_the_user_typed() =>
        Assert.Contains("(1,31): error CS0103", (await kernel.RunAsync("for (int i = 0; i < 3; i++) { missing(); }")).Traceback);

    [Fact]
    public async Task An_exception_shows_type_message_and_the_lines_of_the_cell()
    {
        var cell = await kernel.RunAsync("int Divide(int by)\n{\n    return 1 / by;\n}\nDivide(0);");
        Assert.Equal("DivideByZeroException", (string?)cell.Reply["ename"]);
        Assert.Matches(@"at Divide\(int by\) in Cell \[\d+\] line 3:  return 1 / by;", cell.Traceback);
        Assert.Matches(@"at Cell \[\d+\] line 5:  Divide\(0\);", cell.Traceback);
    }

    [Fact]
    public async Task An_exception_shows_none_of_the_kernels_own_frames()
    {
        var cell = await kernel.RunAsync("await Task.Run(() => new List<int>().First());");
        Assert.Contains("Enumerable.First", cell.Traceback);
        Assert.DoesNotContain("Kiln.", cell.Traceback);
        Assert.DoesNotContain("Submission#", cell.Traceback);
        Assert.DoesNotContain("MoveNext", cell.Traceback);
        Assert.DoesNotContain("ExecutionContext", cell.Traceback);
    }

    [Fact]
    public async Task An_exception_shows_what_caused_it()
    {
        var cell = await kernel.RunAsync("try { int.Parse(\"x\"); } catch (Exception e) { throw new InvalidOperationException(\"outer\", e); }");
        Assert.Contains("InvalidOperationException: outer", cell.Traceback);
        Assert.Contains("caused by System.FormatException", cell.Traceback);
    }

    [Fact]
    public async Task Variables_survive_an_exception()
    {
        await kernel.RunAsync("int survivor = 7; throw new Exception(\"mid\");");
        Assert.Equal("7", (await kernel.RunAsync("survivor")).Result);
    }

    [Fact]
    public async Task A_formatter_that_throws_is_the_cells_error()
    {
        var cell = await kernel.RunAsync("class Grumpy { }\nMicrosoft.DotNet.Interactive.Formatting.Formatter.Register<Grumpy>(_ => throw new Exception(\"no\"), \"text/html\");\nnew Grumpy()");
        Assert.Equal("error", cell.Status);
        Assert.Equal("1", (await kernel.RunAsync("1")).Result);
    }

    [Fact]
    public async Task After_an_error_the_cells_sent_before_it_are_aborted_and_later_ones_run()
    {
        var gate = kernel.Submit("System.Threading.SpinWait.SpinUntil(() => System.IO.File.Exists(\"never\"), 300); throw new Exception(\"stop\");");
        var queued = new[] { kernel.Submit("1"), kernel.Submit("2") };
        Assert.Equal("error", (await kernel.ReplyAsync(gate)).Text("status"));
        foreach (var request in queued)
        {
            Assert.Equal("aborted", (await kernel.ReplyAsync(request)).Text("status"));
            await kernel.IdleAsync(request);
        }
        Assert.Equal("3", (await kernel.RunAsync("3")).Result);
    }

    [Fact]
    public async Task A_queue_goes_on_after_an_error_where_the_front_end_wants_it()
    {
        var failing = kernel.Submit("throw new Exception(\"go on\");", new() { ["stop_on_error"] = false });
        var next = kernel.Submit("11");
        await kernel.IdleAsync(failing);
        Assert.Equal("ok", (await kernel.ReplyAsync(next)).Text("status"));
    }
}
