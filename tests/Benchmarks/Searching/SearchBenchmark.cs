using System.Diagnostics;
using System.Globalization;
using Kiln.Runs;
using Kiln.Search;

namespace Benchmarks;

/// <summary>
/// What searches find with equal numbers of trials, Kiln's samplers in turns with those of python3-optuna: medians of the distance
/// to the smallest value over the repetitions, and the time that proposing takes.
/// </summary>
internal static class SearchBenchmark
{
    private const double MostOfPeer = 1.05;

    // Medians of two random searches differ by half and more by chance, of Rosenbrock above all: a test says whether they are equal.
    private const double ChanceLevel = 0.01;

    private static readonly (string Own, string[] Peers, Func<Contest, bool> Holds)[] Pairs =
    [
        ("random", ["random"], contest => contest.PValue >= ChanceLevel),
        ("tpe", ["tpe", "tpe-multivariate"], contest => contest.Ratio <= MostOfPeer),
    ];

    public static int Run(int repetitions, string[] chosen)
    {
        using var python = new PythonPeer(Path.Combine("Searching", "search_peer.py"));
        if (chosen.Contains("overhead")) return OverheadBenchmark.Run(repetitions, python) ? 0 : 1;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Regret, medians of {repetitions} repetitions in turns with Optuna {python.Version}; wanted: tpe at most {MostOfPeer} times Optuna's tpe, random equal to Optuna's (signed-rank p at least {ChanceLevel})"));
        Console.WriteLine("objective   sampler  trials     Kiln  ms/trial  | Optuna: regret  ratio  ms/trial  p");
        var holds = true;
        string[] methods = [.. Pairs.Select(pair => pair.Own), "asha"], objectives = [.. Objective.All.Select(objective => objective.Name)];
        foreach (var objective in Objective.All.Where(objective => IsWanted(objective.Name, objectives, chosen)))
            foreach (var (own, peers, isHeld) in Pairs.Where(pair => IsWanted(pair.Own, methods, chosen)))
                holds &= isHeld(Compare(objective, own, peers, repetitions, python));
        if (IsWanted("asha", methods, chosen) && IsWanted("replay", objectives, chosen)) holds &= AshaBenchmark.Run(repetitions);
        return holds ? 0 : 1;
    }

    // Where none of its kind is chosen, all are.
    private static bool IsWanted(string word, string[] kind, string[] chosen) => chosen.Contains(word) || !kind.Any(chosen.Contains);

    /// <summary>The own searches against those of the first peer.</summary>
    private static Contest Compare(Objective objective, string sampler, string[] peers, int repetitions, PythonPeer python)
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
        var row = string.Create(CultureInfo.InvariantCulture, $"{objective.Name,-11} {sampler,-8} {objective.Trials,6} {own.Select(run => run.Regret).Median(),8:G4} {PerTrial(own, objective),9:F2}");
        foreach (var (peer, runs) in others)
        {
            var contest = Contest.Of(own, runs);
            row += string.Create(CultureInfo.InvariantCulture, $"  | {peer}: {runs.Select(run => run.Regret).Median():G4} {contest.Ratio:F2} {PerTrial(runs, objective):F2} {contest.PValue:F3}");
        }
        Console.WriteLine(row);
        return Contest.Of(own, others[peers[0]]);
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

    /// <summary>How the regrets of two searches relate.</summary>
    /// <param name="Ratio">The own median over the other's.</param>
    /// <param name="PValue">How often chance alone makes two equal searches differ so much.</param>
    private sealed record Contest(double Ratio, double PValue)
    {
        public static Contest Of(List<(double Regret, double Seconds)> own, List<(double Regret, double Seconds)> other) => new(
            own.Select(run => run.Regret).Median() / other.Select(run => run.Regret).Median(),
            WilcoxonTest.Of([.. own.Zip(other, (one, peer) => one.Regret - peer.Regret)]).PValue);
    }
}
