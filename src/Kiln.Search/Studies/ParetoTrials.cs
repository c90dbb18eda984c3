namespace Kiln.Search;

/// <summary>Trials that no other one beats.</summary>
internal static class ParetoTrials
{
    /// <summary>Those within the limits that no other trial is better than in one objective and at least as good as in all, the best in the first objective first.</summary>
    public static IReadOnlyList<FinishedTrial> Of(IEnumerable<FinishedTrial> trials, IReadOnlyList<StudyObjective> objectives)
    {
        List<(FinishedTrial Trial, double[] Losses)> good =
        [
            .. trials.Where(trial => trial is { Value: not null, BrokenLimit: null })
                .Select(trial => (trial, trial.Values.Select((value, i) => objectives[i].Goal == Goal.Maximize ? -value : value).ToArray())),
        ];
        return [.. good.Where(one => !good.Any(other => Beats(other.Losses, one.Losses))).OrderBy(one => one.Losses[0]).ThenBy(one => one.Trial.Number).Select(one => one.Trial)];
    }

    private static bool Beats(double[] losses, double[] others)
    {
        var isBetter = false;
        for (var i = 0; i < losses.Length; i++)
        {
            if (losses[i] > others[i]) return false;
            isBetter |= losses[i] < others[i];
        }
        return isBetter;
    }
}
