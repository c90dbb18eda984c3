using Kiln.Search;

namespace Kiln;

/// <summary>Orders the trials of a study.</summary>
internal static class TrialRanking
{
    /// <summary>Those with a value that keep all limits, the best in the first metric first, of equals the better one in the next, at last the earliest.</summary>
    public static IEnumerable<TrialRow> Ranked(IEnumerable<TrialRow> trials, StudyFacts facts)
    {
        var ranked = trials.Where(trial => trial is { Value: not null, BrokenLimit: null }).OrderBy(trial => facts.Maximize ? -trial.Value : trial.Value);
        for (var i = 1; i < facts.Objectives.Length; i++)
        {
            var (at, sign) = (i, facts.Objectives[i].Goal == Goal.Maximize ? -1 : 1);
            ranked = ranked.ThenBy(trial => at < trial.Values.Length ? sign * trial.Values[at] : double.PositiveInfinity);
        }
        return ranked.ThenBy(trial => trial.Number);
    }

    /// <summary>Those that none beats in every objective; empty where there is one objective only.</summary>
    public static IReadOnlyList<TrialRow> Front(IReadOnlyList<TrialRow> trials, StudyFacts facts)
    {
        if (facts.Objectives.Length < 2) return [];
        var numbers = ParetoTrials.Of(trials.Select(trial => (trial.Number, trial.BrokenLimit is null ? trial.Values : [])), facts.Objectives);
        return [.. numbers.Select(number => trials.First(trial => trial.Number == number))];
    }
}
