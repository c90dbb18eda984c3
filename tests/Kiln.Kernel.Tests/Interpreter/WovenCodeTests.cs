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

    // The kernel is shared: a second definition would make the names ambiguous.
    private static Task? s_takers;

    private const string Takers = """
        using static Takers;
        public static class Takers
        {
            public static string TextOf(Func<int> f, int more = 0, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(f))] string text = "") => text;
            public static string KeywordOf(Func<int> f, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(f))] string @string = "") => @string;
            public static string ParamsOf(Func<int> f, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(f))] string text = "", params int[] rest) => text + rest.Length;
            public static string GenericOf<T>(T value, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string text = "") => text;
            public static string OwnText<T>(this T value, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string text = "") => text;
        }
        public class Taker(Func<int> f, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(f))] string text = "")
        {
            public string Text => text;
            public string this[Func<int> g, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(g))] string words = ""] => words;
        }
        public class Primary() : Taker(() => 6);
        public class Derived : Taker { public Derived() : base(() => 5) { } }
        """;

    [Theory]
    [InlineData("TextOf(() => 1)", "() => 1")]
    [InlineData("TextOf( () => { while (true) { } } )", "() => { while (true) { } }")]
    [InlineData("TextOf(more: 2, f: () => 1)", "() => 1")]
    [InlineData("TextOf(() => 1, 2)", "() => 1")]
    [InlineData("TextOf(() => 1, 0, \"given\")", "given")]
    [InlineData("TextOf(() => \"a\\n\".Length)", "() => \"a\\n\".Length")]
    [InlineData("TextOf(() =>\n    // why\n    1)", "() =>\n    // why\n    1")]
    [InlineData("TextOf(delegate { return 1; })", "delegate { return 1; }")]
    [InlineData("TextOf(() => new[] { 1 }.Sum(x => x + 1))", "() => new[] { 1 }.Sum(x => x + 1)")]
    [InlineData("KeywordOf(() => 1)", "() => 1")]
    [InlineData("ParamsOf(() => 1)", "() => 10")]
    [InlineData("ParamsOf(() => 1, \"given\", 1, 2)", "given2")]
    [InlineData("GenericOf((Func<int>)(() => 1))", "(Func<int>)(() => 1)")]
    [InlineData("GenericOf(TextOf(() => 1))", "TextOf(() => 1)")]
    [InlineData("GenericOf(from x in new[] { 1 } where x > 0 select x)", "from x in new[] { 1 } where x > 0 select x")]
    [InlineData("new[] { 1 }.Select(x => x + 1).OwnText()", "new[] { 1 }.Select(x => x + 1)")]
    [InlineData("new Taker(() => 2).Text", "() => 2")]
    [InlineData("Taker made = new(() => 3); made.Text", "() => 3")]
    [InlineData("new Taker(() => 2)[() => 4]", "() => 4")]
    [InlineData("new Derived().Text", "() => 5")]
    [InlineData("new Primary().Text", "() => 6")]
    [InlineData("Func<string> later = () => TextOf(() => 1); later()", "() => 1")]
    [InlineData("string Local() => TextOf(() => 1); Local()", "() => 1")]
    public async Task A_call_that_takes_the_text_of_an_argument_gets_what_was_typed(string code, string expected)
    {
        await (s_takers ??= kernel.RunAsync(Takers));
        var cell = await kernel.RunAsync(code);
        Assert.True(cell.Status == "ok", cell.Status == "ok" ? "" : cell.Traceback);
        Assert.Equal(expected, cell.Result);
    }

    [Fact]
    public async Task A_call_in_a_loaded_file_gets_the_text_that_stands_there()
    {
        var file = Path.Combine(Path.GetTempPath(), $"kiln-text-{Guid.NewGuid():n}.csx");
        await File.WriteAllTextAsync(file, "var loadedText = Takers.TextOf(() => { while (true) { } });", TestContext.Current.CancellationToken);
        await (s_takers ??= kernel.RunAsync(Takers));
        Assert.Equal("() => { while (true) { } }", (await kernel.RunAsync($"#load \"{file}\"\nloadedText")).Result);
        File.Delete(file);
    }

    [Fact]
    public async Task A_model_has_the_same_identity_in_a_cell_as_in_a_program()
    {
        var program = Model.Define("same", hp => { for (int i = 0; i < 2; i++) hp.Int("width", 1, 9, @default: 4); return null!; });
        var cell = await kernel.RunAsync("""
            var model = Model.Define("same", hp => { for (int i = 0; i < 2; i++) hp.Int("width", 1, 9, @default: 4); return null!; });
            model.Source + " " + model.Hash
            """);
        Assert.Equal($"{program.Source} {program.Hash}", cell.Result);
        Assert.DoesNotContain("Checkpoint", program.Source, StringComparison.Ordinal);
    }
}
