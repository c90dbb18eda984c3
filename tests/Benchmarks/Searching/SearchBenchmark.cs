using System.Diagnostics;
using System.Globalization;
using Kiln.Search;

namespace Benchmarks;

/// <summary>
/// What searches find with equal numbers of trials, Kiln's samplers in turns with those of python3-optuna: medians of the distance
/// to the smallest value over the repetitions, and the time that proposing takes.
/// </summary>
internal static class SearchBenchmark
{
    // Two random searches are equal: medians of 50 repetitions, of Rosenbrock above all, differ by half and more by chance.
    private static readonly (string Own, string[] Peers, double MostOfFirst)[] Pairs = [("random", ["random"], 1.6), ("tpe", ["tpe", "tpe-multivariate"], 1.05)];

    public static int Run(int repetitions, string[] chosen)
    {
        using var python = new PythonPeer(Path.Combine("Searching", "search_peer.py"));
        if (chosen.Contains("overhead")) return OverheadBenchmark.Run(repetitions, python) ? 0 : 1;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Regret, medians of {repetitions} repetitions in turns with Optuna {python.Version}; bounds: {string.Join(", ", Pairs.Select(pair => $"{pair.Own} {pair.MostOfFirst} times Optuna's {pair.Peers[0]}"))}"));
        Console.WriteLine("objective   sampler  trials     Kiln  ms/trial  | Optuna: regret  ratio  ms/trial");
        var holds = true;
        string[] methods = [.. Pairs.Select(pair => pair.Own), "asha"], objectives = [.. Objective.All.Select(objective => objective.Name)];
        foreach (var objective in Objective.All.Where(objective => IsWanted(objective.Name, objectives, chosen)))
            foreach (var (own, peers, most) in Pairs.Where(pair => IsWanted(pair.Own, methods, chosen)))
                holds &= Compare(objective, own, peers, repetitions, python) <= most;
        if (IsWanted("asha", methods, chosen) && IsWanted("replay", objectives, chosen)) holds &= AshaBenchmark.Run(repetitions);
        return holds ? 0 : 1;
    }

    // Where none of its kind is chosen, all are.
    private static bool IsWanted(string word, string[] kind, string[] chosen) => chosen.Contains(word) || !kind.Any(chosen.Contains);

    /// <summary>How many times the first peer's median the own one is.</summary>
    private static double Compare(Objective objective, string sampler, string[] peers, int repetitions, PythonPeer python)
    {
        List<(double Regret, double Seconds)> own = [];
        var others = peers.ToDictionary(peer => peer, _ => new List<(double Regret, double Seconds)>());
        for (var seed = 0; seed < repetitions; seed++)
        {
            own.Add(Search(objective, sampler, seed));
            foreach (var peer in peers)
            {
                var answer = python.Ask(string.Create(CultureInfo.InvariantCulture, $"{objective.Name} {peer} {objective.Trials} {seed}"));
                others[peer].Add((answer[0] - objective.Least, answer[1]));
            }
        }
        var regret = own.Select(run => run.Regret).Median();
        var row = string.Create(CultureInfo.InvariantCulture, $"{objective.Name,-11} {sampler,-8} {objective.Trials,6} {regret,8:G4} {PerTrial(own, objective),9:F2}");
        foreach (var (peer, runs) in others)
            row += string.Create(CultureInfo.InvariantCulture, $"  | {peer}: {runs.Select(run => run.Regret).Median():G4} {regret / runs.Select(run => run.Regret).Median():F2} {PerTrial(runs, objective):F2}");
        Console.WriteLine(row);
        return regret / others[peers[0]].Select(run => run.Regret).Median();
    }

    private static (double Regret, double Seconds) Search(Objective objective, string sampler, int seed)
    {
        var clock = Stopwatch.StartNew();
        var study = Study.InMemory(new StudyDefinition
        {
            Name = objective.Name,
            Space = Space.Parse(objective.Space),
            Sampler = Samplers.Find(sampler)!,
            Goal = Goal.Minimize,
            Seed = seed,
            Trials = objective.Trials,
        });
        study.Run(objective.Value);
        return (study.Best!.Value!.Value - objective.Least, clock.Elapsed.TotalSeconds);
    }

    private static double PerTrial(List<(double Regret, double Seconds)> runs, Objective objective) => runs.Select(run => run.Seconds).Median() * 1000 / objective.Trials;
}
