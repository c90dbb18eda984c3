using System.Diagnostics;
using System.Globalization;
using Kiln.Runs;
using Kiln.Search;

namespace Benchmarks;

/// <summary>What a study itself takes of each of 1,000 trials of eight real numbers whose objective costs nothing, in turns with Optuna.</summary>
internal static class OverheadBenchmark
{
    private const int Trials = 1000;
    private const string Eight = "a=0..1 b=0..1 c=0..1 d=0..1 e=0..1 f=0..1 g=0..1 h=0..1";

    private static readonly (string Name, string Sampler, bool IsStored, string Peer, double Most)[] Rows =
    [
        ("random", "random", false, "random", 0.05),
        ("tpe", "tpe", false, "tpe", 2),
        ("random on SQLite", "random", true, "random-sqlite", 2),
    ];

    public static bool Run(int rounds, PythonPeer python)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ms per trial, {Trials} trials of 8 real numbers, medians of {rounds} rounds in turns with Optuna {python.Version}"));
        Console.WriteLine("study                 Kiln   wanted   Optuna   ratio");
        var holds = true;
        foreach (var (name, sampler, isStored, peer, most) in Rows)
        {
            List<double> own = [], others = [];
            for (var round = -1; round < rounds; round++)
            {
                var kiln = Measure(sampler, isStored);
                if (round < 0) continue;
                own.Add(kiln);
                others.Add(python.Ask($"floats8 {peer} {Trials} {round}")[1] * 1000 / Trials);
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-18} {own.Median(),7:F3} {most,8:F2} {others.Median(),8:F2} {others.Median() / own.Median(),7:F0}"));
            holds &= own.Median() <= most;
        }
        return holds;
    }

    private static double Measure(string sampler, bool isStored)
    {
        var definition = new StudyDefinition { Name = "overhead", Space = Space.Parse(Eight), Sampler = Samplers.Find(sampler)!, Trials = Trials, Goal = Goal.Minimize };
        if (!isStored) return Measure(Study.InMemory(definition));
        var folder = Directory.CreateTempSubdirectory("kiln-benchmark-");
        double measured;
        using (var store = RunStore.Open(folder.FullName)) measured = Measure(Study.Open(store, definition));
        folder.Delete(recursive: true);
        return measured;
    }

    private static double Measure(Study study)
    {
        var start = Stopwatch.GetTimestamp();
        study.Run(trial => trial.Parameters.Values.Sum(value => value.AsDouble()));
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / Trials;
    }
}
