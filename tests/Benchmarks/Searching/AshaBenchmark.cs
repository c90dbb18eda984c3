using System.Globalization;
using Kiln.Search;

namespace Benchmarks;

/// <summary>
/// Epochs that ASHA takes to reach, with random trials on the table of trainings, the best that random search finds by training every
/// trial to its end.
/// </summary>
internal static class AshaBenchmark
{
    private const int Trials = 50;
    private const double MostOfRandom = 1.0 / 3;

    public static bool Run(int repetitions)
    {
        List<double> shares = [], gains = [];
        for (var seed = 0; seed < repetitions; seed++)
        {
            var random = Search("random", seed, Trials);
            var wanted = random.Max(trial => trial.Best);
            // Ten times the trials are more than it can need: it ends most of them after an epoch.
            var asha = Search("asha", seed + repetitions, 10 * Trials);
            shares.Add(EpochsUntil(asha, wanted) / (double)random[^1].Epochs);
            var third = asha.Where(trial => trial.Epochs <= random[^1].Epochs * MostOfRandom).Max(trial => trial.Best);
            gains.Add(third - wanted);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"replay      asha: reaches the best of {Trials} random trials with {shares.Median():P0} of their {Trials * ReplayTable.Epochs} epochs (bound {MostOfRandom:P0}, median of {repetitions}); within the bound in {shares.Count(share => share <= MostOfRandom)} of them; at a third of the epochs its best is better by {gains.Median():F4}"));
        return shares.Median() <= MostOfRandom;
    }

    private static int EpochsUntil(List<(double Best, int Epochs)> trials, double wanted)
    {
        var at = trials.FindIndex(trial => trial.Best >= wanted);
        return at < 0 ? int.MaxValue : trials[at].Epochs;
    }

    /// <summary>After each trial, the best last accuracy of the trials that were not ended early, and the epochs trained so far.</summary>
    private static List<(double Best, int Epochs)> Search(string name, int seed, int trials)
    {
        var method = SearchMethods.Find(name)!;
        var study = Study.InMemory(new StudyDefinition
        {
            Name = name,
            Space = Space.Parse(ReplayConfiguration.Space),
            Sampler = method.Sampler,
            Pruner = method.Pruner,
            MaxSteps = ReplayTable.Epochs,
            Seed = seed,
            Trials = trials,
        });
        List<(double Best, int Epochs)> course = [];
        var (best, epochs) = (0.0, 0);
        study.Run(trial =>
        {
            var curve = ReplayTable.Stored[ReplayConfiguration.Of(trial)];
            for (var epoch = 1; epoch <= curve.Length; epoch++)
            {
                epochs++;
                study.Report(trial, epoch, curve[epoch - 1]);
                if (!study.ShouldPrune(trial)) continue;
                course.Add((best, epochs));
                return curve[epoch - 1];
            }
            best = Math.Max(best, curve[^1]);
            course.Add((best, epochs));
            return curve[^1];
        });
        return course;
    }
}
