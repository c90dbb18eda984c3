using System.Collections.Immutable;
using Kiln.Runs;

namespace Kiln.Search;

/// <summary>Trials that no other one beats.</summary>
public static class ParetoTrials
{
    /// <summary>The trials that no other one is better than in one objective and at least as good as in all, the best in the first objective first.</summary>
    /// <param name="trials">Numbers of trials with a value of each objective; those without values are left out.</param>
    /// <param name="objectives">The objectives.</param>
    /// <returns>Their numbers.</returns>
    public static IReadOnlyList<int> Of(IEnumerable<(int Number, ImmutableArray<double> Values)> trials, IReadOnlyList<StudyObjective> objectives)
    {
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentNullException.ThrowIfNull(objectives);
        List<(int Number, double[] Losses)> good =
        [
            .. trials.Where(trial => trial.Values.Length == objectives.Count)
                .Select(trial => (trial.Number, trial.Values.Select((value, i) => objectives[i].Goal == Goal.Maximize ? -value : value).ToArray())),
        ];
        return [.. good.Where(one => !good.Any(other => ParetoFront.Dominates(other.Losses, one.Losses))).OrderBy(one => one.Losses[0]).ThenBy(one => one.Number).Select(one => one.Number)];
    }
}
