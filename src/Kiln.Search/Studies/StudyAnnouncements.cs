using Kiln.Runs;

namespace Kiln.Search;

/// <summary>What a study tells its user at the start.</summary>
internal static class StudyAnnouncements
{
    public static string Resumed(StudyRecord study, IReadOnlyList<TrialEntry> trials)
    {
        var done = trials.Count(trial => trial.IsSettled);
        var left = trials.Count(trial => trial.Status == RunStatus.Stopped);
        return $"Study '{study.Name}' ({study.Id}) goes on: {done} {(done == 1 ? "trial has" : "trials have")} ended"
            + (left == 0 ? "." : $", {left} left unfinished {(left == 1 ? "is" : "are")} taken up.");
    }

    public static string Different(StudyRecord earlier, StudyRecord now) =>
        $"Study '{now.Name}' ({earlier.Id}) had {StudyIdentity.Difference(earlier, now)}: a new study was started ({now.Id}).";

    public static IEnumerable<string> AboutSize(StudyDefinition definition)
    {
        if (definition.Sampler.CountTrials(definition.Space) is not { } points || points == definition.Trials)
            yield break;
        yield return definition.Trials < points
            ? $"The {definition.Sampler.Name} has {points} points, and {definition.Trials} trials were asked for: only the first {definition.Trials} points are tried."
            : $"The {definition.Sampler.Name} has {points} points, fewer than {definition.Trials}: all of them are tried.";
    }
}
