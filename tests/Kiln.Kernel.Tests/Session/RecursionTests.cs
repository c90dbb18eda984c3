namespace Kiln.Kernel.Tests;

/// <summary>A stack overflow ends a .NET process; in a cell it is an error like any other.</summary>
[Collection("kernel")]
public class RecursionTests(KernelProbe kernel)
{
    private static readonly Lazy<KernelProbe> Small = new(() => new KernelProbe(() => { }, 1 << 20));

    [Theory]
    [InlineData("int F(int n) { return F(n + 1) + 1; } F(0)")]
    [InlineData("int F(int n) => F(n + 1) + 1; F(0)")]
    [InlineData("void F(int n) => F(n + 1); F(0);")]
    [InlineData("int Even(int n) => Odd(n + 1) + 1; int Odd(int n) => Even(n + 1) + 1; Even(0)")]
    [InlineData("void Outer() { int F(int n) => F(n + 1) + 1; F(0); } Outer();")]
    [InlineData("Func<int, int> f = null; f = n => f(n + 1) + 1; f(0)")]
    [InlineData("Action<int> f = null; f = n => f(n + 1); f(0);")]
    [InlineData("Func<int, int> f = null; f = delegate(int n) { return f(n + 1) + 1; }; f(0)")]
    [InlineData("class Loop { public string Name { get => Name + 1; } } new Loop().Name")]
    [InlineData("class Loop { public string Name => Name + 1; } new Loop().Name")]
    [InlineData("class Loop { public int Size { set { Size = value; } } } new Loop().Size = 1;")]
    [InlineData("class Loop { public int this[int i] => this[i + 1] + 1; } new Loop()[0]")]
    [InlineData("class Loop { public Loop() { new Loop(); } } new Loop()")]
    [InlineData("class Loop { public Loop() => new Loop(); } new Loop()")]
    [InlineData("class Loop { Loop inner = new Loop(); } new Loop()")]
    [InlineData("class Loop { public Loop Inner { get; } = new(); } new Loop()")]
    [InlineData("class Loop { public static Loop operator +(Loop a, Loop b) => a + b; } new Loop() + new Loop()")]
    [InlineData("class Loop { public static implicit operator int(Loop a) => (int)a; } int n = new Loop();")]
    [InlineData("class Loop { public override string ToString() => $\"{this}\"; } new Loop().ToString()")]
    [InlineData("IEnumerable<int> F() { foreach (var x in F()) yield return x; } F().Count()")]
    [InlineData("record Node { public Node Next { get; set; } } var node = new Node(); node.Next = node; node.ToString()")]
    public async Task Runaway_recursion_is_an_error_and_the_session_goes_on(string code)
    {
        var cell = await Small.Value.RunAsync($"var kept = 5;\n{code}");
        Assert.Equal("StackOverflow", (string?)cell.Reply["ename"]);
        Assert.Equal("5", (await Small.Value.RunAsync("kept")).Result);
    }

    [Fact]
    public async Task Runaway_recursion_of_an_async_function_is_found_early() =>
        Assert.Equal("StackOverflow", (string?)(await kernel.RunAsync("async Task F(int n) { await F(n + 1); }\nawait F(0);")).Reply["ename"]);

    [Fact]
    public async Task The_error_names_who_called_whom_and_folds_the_calls()
    {
        var cell = await kernel.RunAsync("int Even(int n) => Odd(n + 1) + 1;\nint Odd(int n) => Even(n + 1) + 1;\nEven(0)");
        Assert.Matches(@"(Even and Odd|Odd and Even) called one another about [\d,]+ times", (string?)cell.Reply["evalue"]);
        Assert.Matches(@"at Even\(int n\) in Cell \[\d+\] line 1:  int Even\(int n\) => Odd\(n \+ 1\) \+ 1;", cell.Traceback);
        Assert.Contains("these 2 calls", cell.Traceback);
        Assert.Matches(@"at Cell \[\d+\] line 3:  Even\(0\)", cell.Traceback);
        Assert.InRange(cell.Traceback.Split('\n').Length, 4, 12);
    }

    [Theory]
    [InlineData("int Sum(int n) => n == 0 ? 0 : n + Sum(n - 1); Sum(50000)", "1250025000")]
    [InlineData("int Sum(int n) => n == 0 ? 0 : n + Sum(n - 1); int sum = 0; var small = new System.Threading.Thread(() => sum = Sum(300), 100 << 10); small.Start(); small.Join(); sum", "45150")]
    [InlineData("int Sum(int n) => n == 0 ? 0 : n + Sum(n - 1); int sum = 0; var large = new System.Threading.Thread(() => sum = Sum(1000000) % 10, 256 << 20); large.Start(); large.Join(); sum", "4")]
    public async Task Recursion_that_ends_is_let_alone(string code, string expected) => Assert.Equal(expected, (await kernel.RunAsync(code)).Result);

    [Fact]
    public async Task A_cell_may_catch_the_overflow() => Assert.Equal(
        "caught", (await kernel.RunAsync("int F(int n) => F(n + 1) + 1; string seen = null; try { F(0); } catch (StackOverflowException) { seen = \"caught\"; } seen")).Result);

    [Fact]
    public async Task Recursion_on_a_thread_of_the_pool_is_an_error_too() =>
        Assert.Equal("StackOverflow", (string?)(await kernel.RunAsync("int F(int n) => F(n + 1) + 1; await Task.Run(() => F(0))")).Reply["ename"]);
}
