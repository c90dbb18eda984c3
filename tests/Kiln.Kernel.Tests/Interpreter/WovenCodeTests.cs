namespace Kiln.Kernel.Tests;

/// <summary>Woven code means what the user typed.</summary>
[Collection("kernel")]
public class WovenCodeTests(KernelProbe kernel)
{
    [Theory]
    [InlineData("int Twice(int n) => n * 2; Twice(4)", "8")]
    [InlineData("int[] cells = { 1, 2 }; ref int First() => ref cells[0]; First() = 7; cells[0]", "7")]
    [InlineData("int Fail() => throw new Exception(\"x\"); string said; try { Fail(); said = \"no\"; } catch (Exception e) { said = e.Message; } said", "x")]
    [InlineData("async Task Nothing() => await Task.Yield(); await Nothing(); 3", "3")]
    [InlineData("async Task<int> Three() => await Task.FromResult(3); await Three()", "3")]
    [InlineData("async System.Threading.Tasks.ValueTask Nothing() => await Task.Yield(); await Nothing(); 4", "4")]
    [InlineData("async ValueTask<int> Four() => await Task.FromResult(4); await Four()", "4")]
    [InlineData("Func<Task> nothing = async () => await Task.Yield(); await nothing(); 5", "5")]
    [InlineData("Func<Task<int>> five = async () => await Task.FromResult(5); await five()", "5")]
    [InlineData("var list = new List<int>(); Action<int> add = n => list.Add(n); add(2); list.Count", "1")]
    [InlineData("var list = new List<int>(); new[] { 1, 2 }.ToList().ForEach(n => list.Add(n)); list.Count", "2")]
    [InlineData("Func<byte> small = () => 1; small()", "1")]
    [InlineData("Func<object> none = () => null; none() is null", "True")]
    [InlineData("var typed = (Func<int, int>)(n => n + 1); typed(1)", "2")]
    [InlineData("var natural = (int n) => n + 1; natural(1)", "2")]
    [InlineData("Func<int, Func<int, int>> curried = a => b => a + b; curried(1)(2)", "3")]
    [InlineData("System.Linq.Expressions.Expression<Func<int, int>> tree = n => n + 1; tree.Body.ToString()", "(n + 1)")]
    [InlineData("System.Linq.Expressions.Expression<Func<int[], int>> tree = ns => ns.Where(n => n > 1).Count(); tree.Compile()([1, 2, 3])", "2")]
    [InlineData("new[] { 1, 2, 3 }.AsQueryable().Where(n => n > 1).Sum(n => n)", "5")]
    [InlineData("class Box { int n; public int N { get => n; set => n = value; } public int Twice => n * 2; public int this[int i] => n + i; } var box = new Box { N = 3 }; box.Twice + box[1]", "10")]
    [InlineData("class Money(int n) { public int N => n; public static Money operator +(Money a, Money b) => new(a.N + b.N); public static implicit operator int(Money m) => m.N; } (int)(new Money(1) + new Money(2))", "3")]
    [InlineData("class Deep { List<int> list = new(); int[] two = { 1, 2 }; public List<int> Other { get; } = new() { 1 }; public int Count => list.Count + two.Length + Other.Count; } new Deep().Count", "3")]
    [InlineData("struct Point { public int X; public Point(int x) => X = x; } new Point(4).X", "4")]
    [InlineData("interface IShape { int Sides => 4; } class Square : IShape { } ((IShape)new Square()).Sides", "4")]
    [InlineData("abstract class A { public abstract int N { get; } public abstract int F(); } class B : A { public override int N => 1; public override int F() => 2; } new B().N + new B().F()", "3")]
    [InlineData("var pairs = from a in new[] { 1, 2 } from b in new[] { 3, 4 } where a + b > 4 select a * b; pairs.Sum()", "18")]
    [InlineData("int F(int n)\n    => n // why\n    + 1 // not\n    ;\nF(1)", "2")]
    [InlineData("Func<int, int> f = n => n + 1 // last\n;f(1)", "2")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int getpid(); getpid() == Environment.ProcessId", "True")]
    [InlineData("event Action rang { add => value(); remove => value(); } int rung = 0; rang += () => rung++; rung", "1")]
    public async Task Woven_code_gives_the_same(string code, string expected)
    {
        var cell = await kernel.RunAsync(code);
        Assert.True(cell.Status == "ok", cell.Status == "ok" ? "" : cell.Traceback);
        Assert.Equal(expected, cell.Result);
    }

    [Fact]
    public async Task Lines_of_functions_behind_arrows_stay_the_users()
    {
        var cell = await kernel.RunAsync("int F(int n)\n    =>\n    Other(n)\n    ;\nint Other(int n)\n    => throw new Exception(\"here\");\nF(1)");
        Assert.Matches(@"at Other\(int n\) in Cell \[\d+\] line 6:", cell.Traceback);
        Assert.Matches(@"at F\(int n\) in Cell \[\d+\] line 3:", cell.Traceback);
        Assert.Matches(@"at Cell \[\d+\] line 7:", cell.Traceback);
    }
}
