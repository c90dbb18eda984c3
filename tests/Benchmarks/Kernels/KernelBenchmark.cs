using System.Globalization;

namespace Benchmarks;

/// <summary>Kiln's kernel and ipykernel in turns, on one machine, through one client.</summary>
internal static class KernelBenchmark
{
    private const int LongRounds = 3;

    /// <summary>Measures and prints the table.</summary>
    /// <param name="program">Kiln's program, from the folder it is published to.</param>
    /// <param name="rounds">Starts of each kernel; longer sessions are measured at most three times.</param>
    /// <param name="chosen">The parts to run; empty for all.</param>
    /// <returns>The exit code: 0 where every bound holds.</returns>
    public static int Run(string program, int rounds, IReadOnlyCollection<string> chosen)
    {
        if (!File.Exists(program))
        {
            Console.Error.WriteLine($"{program} is missing. Publish it: dotnet publish src/Kiln.Kernel -c Release -r linux-x64");
            return 1;
        }
        var kiln = new Series(KernelUnderTest.Kiln(program));
        var peer = new Series(KernelUnderTest.IPython());
        Alternate("cold", rounds, round => round.Cold());
        Alternate("idle", Math.Min(rounds, 2 * LongRounds), round => round.AfterIdle());
        Alternate("session", Math.Min(rounds, LongRounds), round => round.Session());
        Alternate("many", Math.Min(rounds, LongRounds), round => round.ManyCellsRound());
        if (IsChosen("loops"))
            for (var i = 0; i < Math.Min(rounds, LongRounds); i++) kiln.Add(round => round.Loops());
        return Print(kiln, peer);

        bool IsChosen(string part) => chosen.Count == 0 || chosen.Contains(part);

        void Alternate(string part, int times, Func<KernelRound, IEnumerable<(Figure, double)>> measure)
        {
            if (!IsChosen(part)) return;
            for (var i = 0; i < times; i++)
            {
                kiln.Add(measure);
                peer.Add(measure);
            }
        }
    }

    private static int Print(Series kiln, Series peer)
    {
        Console.WriteLine($"{"medians",-36} {"bound",14} {"Kiln",9} {"ipykernel",9} {"ratio",6}");
        var missed = 0;
        foreach (var figure in Figure.All.Where(figure => kiln.Median(figure) is not null))
        {
            var (own, other) = (kiln.Median(figure)!.Value, peer.Median(figure));
            var ratio = other is > 0 ? own / other : null;
            var holds = own <= (figure.Most ?? double.MaxValue) && (ratio ?? 0) <= (figure.MostOfPeer ?? double.MaxValue);
            if (!holds) missed++;
            Console.WriteLine($"{figure.Title,-36} {Bound(figure),14} {Text(own),9} {Text(other),9} {Text(ratio),6}{(holds ? "" : "  missed")}");
        }
        return missed == 0 ? 0 : 1;
    }

    private static string Bound(Figure figure) => figure switch
    {
        { Most: { } most } => $"{most.ToString("0.##", CultureInfo.InvariantCulture)}",
        { MostOfPeer: { } most } => $"{most.ToString("0.##", CultureInfo.InvariantCulture)} of peer's",
        _ => "",
    };

    private static string Text(double? value) => value switch
    {
        null => "-",
        >= 100 => value.Value.ToString("F0", CultureInfo.InvariantCulture),
        >= 10 => value.Value.ToString("F1", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("F2", CultureInfo.InvariantCulture),
    };

    /// <summary>What one kernel has shown so far.</summary>
    private sealed class Series(KernelUnderTest kernel)
    {
        private readonly Dictionary<Figure, List<double>> _values = new(ReferenceEqualityComparer.Instance);

        public void Add(Func<KernelRound, IEnumerable<(Figure Figure, double Value)>> measure)
        {
            foreach (var (figure, value) in measure(new KernelRound(kernel)))
            {
                if (!_values.TryGetValue(figure, out var values)) _values[figure] = values = [];
                values.Add(value);
            }
        }

        public double? Median(Figure figure) => _values.TryGetValue(figure, out var values) ? values.Median() : null;
    }
}
