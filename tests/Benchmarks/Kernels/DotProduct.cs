using System.Diagnostics;

namespace Benchmarks;

/// <summary>The loops whose twins run in a cell, compiled as any library: what the kernel's checkpoints cost.</summary>
/// <remarks>Public, because a cell calls it.</remarks>
public static class DotProduct
{
    private const int Length = 10_000;
    private const int Calls = 400;
    private const int Rounds = 25;
    private const int Warmings = 6;
    private static readonly TimeSpan TierDelay = TimeSpan.FromMilliseconds(250);

    /// <summary>One factor.</summary>
    public static double[] Left { get; } = [.. Enumerable.Range(0, Length).Select(i => 1.0 / (i + 1))];

    /// <summary>The other factor.</summary>
    public static double[] Right { get; } = [.. Enumerable.Range(0, Length).Select(i => (double)i)];

    /// <summary>How many times as long a cell's function takes as the equal one here, the median of rounds in turns.</summary>
    public static Task<double> Ratio(Func<double[], double[], double> cell) => MedianAsync(cell, Product);

    /// <summary>The same of a loop with a condition only, which must look for the interrupt all the time.</summary>
    public static Task<double> RatioOfWhile(Func<double[], double[], double> cell) => MedianAsync(cell, ProductByWhile);

    /// <summary>The same of the statements of a cell, whose variables are fields.</summary>
    /// <param name="cell">Milliseconds of the same loops at the top level of a cell.</param>
    public static async Task<double> RatioOfTopLevel(double cell) => cell / await new Script().RunAsync();

    private static async Task<double> MedianAsync(Func<double[], double[], double> cell, Func<double[], double[], double> own)
    {
        // The runtime replaces the first, unoptimised code of both when it finds the time.
        for (var round = 0; round < Warmings; round++)
        {
            (Time(cell), Time(own)).ToString();
            await Task.Delay(TierDelay);
        }
        var ratios = new double[Rounds];
        for (var round = 0; round < Rounds; round++) ratios[round] = Time(cell) / Time(own);
        return ratios.Order().ElementAt(Rounds / 2);
    }

    private static double Time(Func<double[], double[], double> product)
    {
        var (left, right) = (Left, Right);
        var start = Stopwatch.GetTimestamp();
        for (var call = 0; call < Calls; call++) product(left, right);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Product(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static double ProductByWhile(double[] a, double[] b)
    {
        double sum = 0;
        int i = 0;
        while (i < a.Length)
        {
            sum += a[i] * b[i];
            i++;
        }
        return sum;
    }

    /// <summary>What the compiler makes of a cell: variables are fields, code is an async method.</summary>
    private sealed class Script
    {
        private double[] _a = [];
        private double[] _b = [];
        private double _sum;

        public async Task<double> RunAsync()
        {
            (_a, _b, _sum) = (Left, Right, 0);
            var start = Stopwatch.GetTimestamp();
            for (int round = 0; round < 10_000; round++)
                for (int i = 0; i < _a.Length; i++) _sum += _a[i] * _b[i];
            await Task.CompletedTask;
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
    }
}
