using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Kernel.Tests;

public class CheckpointWeaverTests
{
    [Theory]
    [InlineData("for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];")]
    [InlineData("while (true) { }")]
    [InlineData("do { n++; } while (n != 0);")]
    [InlineData("foreach (var x in a) sum += x;")]
    [InlineData("foreach (var (x, y) in pairs) sum += x * y;")]
    [InlineData("for (;;) items.Add(() => 1);")]
    public void A_loop_that_stays_in_its_thread_looks_at_a_sign_and_calls_nothing(string loop)
    {
        var woven = Woven(loop);
        Assert.Equal(1, Count(woven, "Checkpoint.Sign;"));
        Assert.Equal(1, Count(woven, "if (kilnStopSign.IsUp) throw"));
        Assert.Equal(0, Count(woven, "Checkpoint.Stop()"));
    }

    [Fact]
    public void Nested_loops_take_the_sign_once()
    {
        var woven = Woven("for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) { int k = 0; while (k < n) k++; }");
        Assert.Equal(1, Count(woven, "Checkpoint.Sign;"));
        Assert.Equal(3, Count(woven, "if (kilnStopSign.IsUp) throw"));
    }

    [Theory]
    [InlineData("while (true) await Task.Delay(1);")]
    [InlineData("await foreach (var x in items) { }")]
    [InlineData("IEnumerable<int> F() { while (true) yield return 1; }")]
    [InlineData("while (true) { await using var file = Open(); }")]
    public void A_loop_that_may_change_its_thread_asks_anew_in_every_turn(string loop) =>
        Assert.Equal(0, Count(Woven(loop), "Checkpoint.Sign;"));

    [Fact]
    public void A_loop_inside_one_that_awaits_has_a_sign_of_its_own() =>
        Assert.Equal(1, Count(Woven("while (true) { foreach (var x in a) sum += x; await Task.Yield(); }"), "Checkpoint.Sign;"));

    [Theory]
    [InlineData("double F(double[] a) { double sum = 0; foreach (var x in a) sum += x; return sum; }")]
    [InlineData("class A { int F() { int n = 0; while (n < 9) n++; return n; } }")]
    [InlineData("Func<int, int> f = x => { int n = 0; while (n < x) n++; return n; };")]
    [InlineData("Func<int, int> f = delegate(int x) { int n = 0; do n++; while (n < x); return n; };")]
    public void A_function_with_loops_takes_the_sign_before_its_variables(string function)
    {
        var woven = Woven(function);
        Assert.Equal(1, Count(woven, "Checkpoint.Sign;"));
        Assert.Matches(@"\{\s*global::Kiln\.Kernel\.Checkpoint\.Enter\(\);\s*global::Kiln\.Kernel\.StopSign kilnStopSign", woven);
        Assert.Equal(2, Count(woven, "if (kilnStopSign.IsUp) throw"));
    }

    [Fact]
    public void A_function_without_loops_takes_no_sign()
    {
        var woven = Woven("int F(int n) { return n < 2 ? n : F(n - 1) + F(n - 2); }");
        Assert.Equal(0, Count(woven, "Checkpoint.Sign;"));
        Assert.Equal(1, Count(woven, "Checkpoint.Enter()"));
    }

    [Fact]
    public void A_function_in_a_loop_does_not_use_the_sign_of_the_loop() =>
        Assert.Equal(2, Count(Woven("for (;;) { Run(() => { while (true) { } }); }"), "Checkpoint.Sign;"));

    [Fact]
    public void Nothing_moves_to_another_line()
    {
        var code = "// first\nfor (int i = 0; i < 3; i++)\n    // a remark\n    while (i < 2)\n    {\n        i++;\n    }\n#pragma warning disable\nforeach (var x in a)\n    F(x);\nLast();";
        var woven = Woven(code).Split('\n');
        var typed = code.Split('\n');
        Assert.Equal(typed.Length, woven.Length);
        Assert.All(typed.Zip(woven), pair => Assert.Contains(pair.First.Trim().TrimEnd(';', '}'), pair.Second));
    }

    private static string Woven(string code)
    {
        var cell = CellSyntax.Parse(code);
        return CheckpointWeaver.Weave(CSharpCompilation.CreateScriptCompilation("cell", cell), cell).GetText().ToString();
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
