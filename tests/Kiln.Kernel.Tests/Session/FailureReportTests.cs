namespace Kiln.Kernel.Tests;

/// <summary>Exceptions from every kind of code a cell has.</summary>
[Collection("kernel")]
public class FailureReportTests(KernelProbe kernel)
{
    [Theory]
    [InlineData("Func<int, int> f = n =>\n    n / (n - n);\nf(1)", @"at lambda\(int n\) in Cell \[\d+\] line 2:  n / \(n - n\);")]
    [InlineData("async Task<int> F(int n)\n{\n    await Task.Yield();\n    return n / (n - n);\n}\nawait F(1)", @"at F\(int n\) in Cell \[\d+\] line 4:")]
    [InlineData("IEnumerable<int> Lengths(List<string> names)\n{\n    yield return names[3].Length;\n}\nLengths(new()).Count()", @"at Lengths\(List<string> names\) in Cell \[\d+\] line 3:")]
    [InlineData("class Node\n{\n    public Node(int n) => throw new ArgumentException(\"bad\");\n}\nnew Node(1)", @"at new Node\(int n\) in Cell \[\d+\] line 3:")]
    [InlineData("class Box<T>\n{\n    public T Value => throw new NotSupportedException(\"empty\");\n}\nnew Box<int>().Value", @"at Box<T>\.Value\.get\(\) in Cell \[\d+\] line 3:")]
    [InlineData("class Config\n{\n    public static readonly int Port = int.Parse(\"x\");\n}\nConfig.Port", @"System\.FormatException: [\s\S]*at static Config\(\) in Cell \[\d+\] line 3:")]
    [InlineData("void Outer()\n{\n    int Inner(int n) => n / (n - n);\n    Inner(2);\n}\nOuter();", @"at Inner\(int n\) in Cell \[\d+\] line 3:[\s\S]*at Outer\(\) in Cell \[\d+\] line 4:")]
    [InlineData("int zero = 0;\nFunc<int> f = () => { var local = 1; Func<int> g = () => local / zero;\nreturn g(); };\nf()", @"at lambda\(\) in Cell \[\d+\] line 2:[\s\S]*at Cell \[\d+\] line 4:")]
    [InlineData("await Task.Run(() =>\n{\n    throw new Exception(\"in a task\");\n});", @"at lambda\(\) in Cell \[\d+\] line 3:")]
    public async Task The_frame_is_named_as_typed_with_its_line(string code, string pattern)
    {
        var cell = await kernel.RunAsync(code);
        Assert.Matches(pattern, cell.Traceback);
        Assert.DoesNotContain("<>", cell.Traceback);
        Assert.DoesNotContain("__", cell.Traceback);
        Assert.DoesNotContain("MoveNext", cell.Traceback);
    }

    [Fact]
    public async Task Several_exceptions_of_parallel_work_are_told_one_by_one()
    {
        var cell = await kernel.RunAsync("var all = Task.WhenAll(Task.FromException(new ArgumentException(\"one\")), Task.FromException(new FormatException(\"two\")));\nall.Wait();");
        Assert.Equal("AggregateException", (string?)cell.Reply["ename"]);
        Assert.Contains("2 operations failed", (string?)cell.Reply["evalue"]);
        Assert.Contains("1) System.ArgumentException: one", cell.Traceback);
        Assert.Contains("2) System.FormatException: two", cell.Traceback);
    }

    [Fact]
    public async Task A_caught_exception_that_is_shown_tells_its_way_as_a_failure_does()
    {
        var cell = await kernel.RunAsync("void Deep() => throw new FormatException(\"odd\");\nException caught = null;\ntry { Deep(); } catch (Exception e) { caught = e; }\ncaught");
        Assert.Matches(@"^System\.FormatException: odd\n   at Deep\(\) in Cell \[\d+\] line 1\n   at Cell \[\d+\] line 3$", cell.Result);
    }

    [Fact]
    public async Task A_caught_exception_whose_message_throws_is_shown() => Assert.StartsWith(
        "Odd: (its Message threw System.NotSupportedException)",
        (await kernel.RunAsync("class Odd : Exception { public override string Message => throw new NotSupportedException(); }\nnew Odd()")).Result);

    [Fact]
    public async Task An_exception_of_a_cells_own_class_has_its_own_name() =>
        Assert.StartsWith("Lost: nowhere", (await kernel.RunAsync("class Lost() : Exception(\"nowhere\");\nthrow new Lost();")).Traceback);

    [Theory]
    [InlineData("class Odd : Exception { public override string Message => throw new Exception(); }\nthrow new Odd();", "its Message threw System.Exception")]
    [InlineData("class Odd : Exception { public override string Message => null; }\nthrow new Odd();", "Odd")]
    [InlineData("class Odd : Exception { public override string StackTrace => throw new Exception(); public override string ToString() => throw new Exception(); }\nthrow new Odd();", "line 2")]
    [InlineData("throw new Exception(new string('x', 1_000_000));", "(1,000,000 characters)")]
    public async Task Odd_exceptions_are_told_like_others(string code, string expected)
    {
        var cell = await kernel.RunAsync(code);
        Assert.Equal("error", cell.Status);
        Assert.Contains(expected, cell.Traceback);
        Assert.InRange(cell.Traceback.Length, 1, 10_000);
    }

    [Fact]
    public async Task A_librarys_own_calls_are_kept_short()
    {
        var cell = await kernel.RunAsync("System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, int>>(\"{\\\"a\\\": \\\"b\\\"}\")");
        Assert.InRange(cell.Traceback.Split('\n').Count(line => line.StartsWith("   at System.", StringComparison.Ordinal)), 1, 6);
    }

    [Fact]
    public async Task A_chain_of_causes_has_an_end()
    {
        var cell = await kernel.RunAsync("Exception e = new Exception(\"root\"); for (int i = 0; i < 1000; i++) e = new Exception($\"wrap {i}\", e); throw e;");
        Assert.InRange(cell.Traceback.Split('\n').Length, 2, 30);
    }

    [Fact]
    public async Task An_exception_of_an_async_void_function_is_told_and_the_cell_goes_on()
    {
        var cell = await kernel.RunAsync("async void Fire()\n{\n    await Task.Yield();\n    throw new Exception(\"lost\");\n}\nFire();\nawait Task.Delay(50);\n\"went on\"");
        Assert.Equal("went on", cell.Result);
        Assert.Contains("async void function", cell.Stream("stderr"));
        Assert.Matches(@"at Fire\(\) in Cell \[\d+\] line 4:", cell.Stream("stderr"));
    }

    [Theory]
    [InlineData("\tint x = \"s\";", "    \tint x = \"s\";\n    \t        ^~~")]
    [InlineData("var 名 = \"文字\"; int x = \"s\";", "    var 名 = \"文字\"; int x = \"s\";\n                             ^~~")]
    public async Task The_caret_stands_below_its_place(string code, string expected) => Assert.Contains(expected, (await kernel.RunAsync(code)).Traceback);

    [Fact]
    public async Task A_mistake_far_to_the_right_is_shown_without_the_whole_line()
    {
        var cell = await kernel.RunAsync($"var data = new[] {{ {string.Join(", ", Enumerable.Range(0, 1000))} }}; int x = \"s\";");
        Assert.All(cell.Traceback.Split('\n'), line => Assert.InRange(line.Length, 1, 250));
        Assert.Contains("int x = \"s\";", cell.Traceback);
    }
}
