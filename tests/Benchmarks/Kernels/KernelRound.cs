using System.Globalization;

namespace Benchmarks;

/// <summary>Everything that is measured of a kernel, by the name of its figure.</summary>
internal sealed class KernelRound(KernelUnderTest kernel)
{
    private const int FewCells = 60;
    private const int ManyCells = 500;
    private const int Window = 20;

    /// <summary>A start of the process, and a cell at once.</summary>
    public IEnumerable<(Figure Figure, double Value)> Cold()
    {
        using var client = new KernelClient(kernel);
        yield return (Figure.KernelInfo, KernelClient.Number(client.KernelInfo, "ms"));
        yield return (Figure.KernelInfoProcessor, KernelClient.Number(client.KernelInfo, "cpu"));
        var first = client.Run("1 + 1", untilIdle: false);
        yield return (Figure.FirstResult, first.SinceStart);
        yield return (Figure.FirstResultProcessor, KernelClient.Number(client.KernelInfo, "cpu") + first.Processor);
    }

    /// <summary>A cell after four seconds in which the user reads the notebook.</summary>
    public IEnumerable<(Figure Figure, double Value)> AfterIdle()
    {
        using var client = new KernelClient(kernel);
        client.Wait(4);
        yield return (Figure.AfterIdle, client.Run("1 + 1").Milliseconds);
        yield return (Figure.SecondCell, client.Run(kernel.Cell(2)).Milliseconds);
    }

    /// <summary>Cells, completions, updates and a flood in one session.</summary>
    public IEnumerable<(Figure Figure, double Value)> Session()
    {
        using var client = new KernelClient(kernel);
        client.Wait(4);
        var cells = Enumerable.Range(0, FewCells).Select(n => client.Run(kernel.Cell(n))).ToList();
        yield return (Figure.WarmCell, cells.Skip(10).Select(cell => cell.Milliseconds).Median());
        yield return (Figure.WarmCellProcessor, cells.Skip(10).Average(cell => cell.Processor));
        yield return (Figure.Completion, Enumerable.Range(0, 4).SelectMany(_ => kernel.Unfinished).Select(client.Complete).Median());
        client.Run(kernel.UpdatingCell);
        var updating = client.Run(kernel.UpdatingCell.Replace("shown", "again", StringComparison.Ordinal));
        yield return (Figure.DisplayUpdate, updating.Milliseconds / KernelUnderTest.Updates);
        yield return (Figure.Lost, KernelUnderTest.Flood - client.Run(kernel.FloodingCell).Count("display_data"));
    }

    /// <summary>Five hundred cells: time and memory.</summary>
    public IEnumerable<(Figure Figure, double Value)> ManyCellsRound()
    {
        using var client = new KernelClient(kernel);
        client.Wait(4);
        for (var n = 0; n < 5; n++) client.Run(kernel.Cell(n));
        var (bytes, resident) = (Live(client), client.Memory());
        var times = Enumerable.Range(5, ManyCells - 5).Select(n => client.Run(kernel.Cell(n)).Milliseconds).ToList();
        yield return (Figure.LateCells, times.TakeLast(Window).Median() / times.Take(Window).Median());
        if (kernel.LiveBytes is not null) yield return (Figure.Growth, (Live(client) - bytes) / (1 << 20));
        yield return (Figure.ResidentGrowth, client.Memory() - resident);
    }

    /// <summary>Loops in a cell against the same loops in this program's library, inside the kernel's process.</summary>
    public IEnumerable<(Figure Figure, double Value)> Loops()
    {
        using var client = new KernelClient(kernel);
        client.Run($"#r \"{typeof(DotProduct).Assembly.Location}\"");
        client.Run("""
            double Dot(double[] a, double[] b) { double sum = 0; for (int i = 0; i < a.Length; i++) sum += a[i] * b[i]; return sum; }
            double DotByWhile(double[] a, double[] b) { double sum = 0; int i = 0; while (i < a.Length) { sum += a[i] * b[i]; i++; } return sum; }
            """);
        yield return (Figure.DotProduct, client.Run("await Benchmarks.DotProduct.Ratio(Dot)").Value);
        yield return (Figure.DotProductByWhile, client.Run("await Benchmarks.DotProduct.RatioOfWhile(DotByWhile)").Value);
        yield return (Figure.DotProductAtTopLevel, client.Run("""
            var a = Benchmarks.DotProduct.Left; var b = Benchmarks.DotProduct.Right; double sum = 0;
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            for (int round = 0; round < 10_000; round++)
                for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
            await Benchmarks.DotProduct.RatioOfTopLevel(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds)
            """).Value);
    }

    private double Live(KernelClient client) =>
        kernel.LiveBytes is { } code ? long.Parse(client.Run(code).Text, CultureInfo.InvariantCulture) : 0;
}
