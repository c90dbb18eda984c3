using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Benchmarks;

/// <summary>A kernel and how its language says what is measured.</summary>
internal sealed record KernelUnderTest
{
    /// <summary>Updates of the cell that measures one.</summary>
    public const int Updates = 200;

    /// <summary>Messages of the cell that counts what gets lost.</summary>
    public const int Flood = 10_000;

    public required string Name { get; init; }

    /// <summary>The program with its arguments; <c>{connection_file}</c> stands for the connection file.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>The variables of its kernelspec; null for none.</summary>
    public JsonNode? Environment { get; init; }

    /// <summary>The n-th of many different small cells, each with a result.</summary>
    public required Func<int, string> Cell { get; init; }

    /// <summary>Unfinished code that can be completed at its end, after some cells.</summary>
    public required IReadOnlyList<string> Unfinished { get; init; }

    /// <summary>Shows something and updates it <see cref="Updates"/> times.</summary>
    public required string UpdatingCell { get; init; }

    /// <summary>Shows <see cref="Flood"/> things.</summary>
    public required string FloodingCell { get; init; }

    /// <summary>Evaluates to the bytes of live managed objects; null where the language has no such number.</summary>
    public string? LiveBytes { get; init; }

    /// <summary>Kiln from the folder it is published to, as its kernelspec starts it.</summary>
    public static KernelUnderTest Kiln(string program) => new()
    {
        Name = "Kiln",
        Command = [program, "kernel", "{connection_file}"],
        Environment = SpecOf(program)["env"],
        Cell = CSharpCell,
        Unfinished = ["Console.Wri", "Math.", "value3.ToStr", "fore", "new List<int> { 1 }.Sele", "var t = DateTime.Now.Add", "System.IO.Path.", "val"],
        UpdatingCell = $"var shown = display(0); for (var i = 0; i < {Text(Updates)}; i++) shown.Update(i);",
        FloodingCell = $"for (var i = 0; i < {Text(Flood)}; i++) display(i);",
        LiveBytes = "GC.GetTotalMemory(true)",
    };

    /// <summary>ipykernel as its kernelspec starts it.</summary>
    public static KernelUnderTest IPython() => new()
    {
        Name = "ipykernel",
        Command = [.. JsonNode.Parse(File.ReadAllText("/usr/share/jupyter/kernels/python3/kernel.json"))!["argv"]!.AsArray().Select(word => word!.ToString())],
        Cell = PythonCell,
        Unfinished = ["print", "import math; math.", "value3.bit", "impo", "[1].app", "import datetime; datetime.datetime.no", "import os.path; os.path.", "val"],
        UpdatingCell = $"shown = display(0, display_id=True)\nfor i in range({Text(Updates)}): shown.update(i)",
        FloodingCell = $"for i in range({Text(Flood)}): display(i)",
    };

    private static JsonNode SpecOf(string program)
    {
        var prefix = Directory.CreateTempSubdirectory("kiln-benchmark-");
        using var install = Process.Start(new ProcessStartInfo(program, ["install", "--prefix", prefix.FullName]) { RedirectStandardOutput = true })!;
        install.StandardOutput.ReadToEnd();
        install.WaitForExit();
        var spec = JsonNode.Parse(File.ReadAllText(Path.Combine(prefix.FullName, "share", "jupyter", "kernels", "kiln", "kernel.json")))!;
        prefix.Delete(recursive: true);
        return spec;
    }

    private static string CSharpCell(int number)
    {
        var n = Text(number);
        return (number % 5) switch
        {
            0 => $"var value{n} = {n} * 2; value{n}",
            1 => $"int Twice{n}(int x) => 2 * x; Twice{n}({n})",
            2 => $"var list{n} = Enumerable.Range(0, {n} % 50).Select(x => x * x).ToList(); list{n}.Count",
            3 => $"var value{n} = 0; for (var i = 0; i < 100; i++) value{n} += i; value{n}",
            _ => $"Console.WriteLine(\"cell {n}\"); $\"{{{n}:N2}}\"",
        };
    }

    private static string PythonCell(int number)
    {
        var n = Text(number);
        return (number % 5) switch
        {
            0 => $"value{n} = {n} * 2; value{n}",
            1 => $"def twice{n}(x): return 2 * x\ntwice{n}({n})",
            2 => $"list{n} = [x * x for x in range({n} % 50)]; len(list{n})",
            3 => $"value{n} = 0\nfor i in range(100): value{n} += i\nvalue{n}",
            _ => $"print('cell {n}'); f'{{{n}:.2f}}'",
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
