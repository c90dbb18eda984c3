namespace Kiln.Kernel.Tests;

/// <summary>A session with a few cells behind it, to ask about the next one. A bar in the code marks the cursor.</summary>
public sealed class PreparedSession : IAsyncLifetime
{
    private readonly List<string> _cells =
    [
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
        """
        using System.Diagnostics;
        using Sheet = System.Collections.Generic.Dictionary<string, int>;
        using static System.Math;
        enum Level { Low, Middle, High }
        interface IShape { double Area(); }
        class Circle : IShape { public double Radius { get; init; } public double Area() => 3 * Radius; public override string ToString() => "circle"; }
        record Point(double X, double Y);
        class Tag : Attribute { public string Note { get; set; } }
        abstract class Animal { public abstract string Sound(); protected virtual int Legs => 4; }
        class Outer { public class Inner { } public static int Count; public Level Level { get; set; } }
        """,
        """
        var level = Level.Low;
        var names = new Dictionary<string, int> { ["one"] = 1 };
        string title = "a title";
        int? maybe = 3;
        int[] numbers = { 1, 2 };
        var point = new Point(1, 2);
        var shape = new Circle();
        Task<string> page = Task.FromResult("page");
        bool ready = true;
        Level Next(Level now) => now + 1;
        /// <summary>Adds up.</summary>
        /// <param name="first">The first number.</param>
        /// <param name="second">The second number.</param>
        /// <returns>The <c>sum</c>.</returns>
        int Sum(int first, int second) => first + second;
        int Sum(int first, string text) => first;
        void Paint(Level level, string label = "") { }
        [Obsolete] int learningOld = 1;
        const int LargestSize = 9;
        """,
        """
        var learningNewest = 2;
        """,
    ];

    internal Interpreter Interpreter { get; private set; } = null!;

    internal CodeIntelligence Intelligence => Interpreter.Intelligence;

    public async ValueTask InitializeAsync()
    {
        OwnCell.Enter();
        Interpreter = new Interpreter(Path.GetTempPath(), name => _cells.Select((code, i) => (History.CellName(i + 1), code)).FirstOrDefault(cell => cell.Item1 == name).code);
        for (var i = 0; i < _cells.Count; i++) await Interpreter.Chain.Run(Interpreter.Chain.Compile(_cells[i], History.CellName(i + 1)));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The proposals' texts.</summary>
    internal IReadOnlyList<string> Texts(string marked) => [.. Complete(marked).Items.Select(item => item.Text)];

    internal Completions Complete(string marked)
    {
        var (code, position) = Cut(marked);
        return Intelligence.Complete(code, position);
    }

    /// <summary>What inspection tells in a terminal; null where it finds nothing.</summary>
    internal string? Plain(string marked, bool detailed = false) => Inspect(marked, detailed)?.Data["text/plain"];

    internal Kiln.Notebooks.MimeBundle? Inspect(string marked, bool detailed = false)
    {
        var (code, position) = Cut(marked);
        return Intelligence.Inspect(code, position, detailed);
    }

    /// <summary>The code without its mark, and where the mark was: at the end if there is none.</summary>
    internal static (string Code, int Position) Cut(string marked)
    {
        var position = marked.IndexOf('|', StringComparison.Ordinal);
        return position < 0 ? (marked, marked.Length) : (marked.Remove(position, 1), position);
    }
}
