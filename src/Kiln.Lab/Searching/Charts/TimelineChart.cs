using Kiln.Charts;
using Kiln.Runs;

namespace Kiln;

/// <summary>When each trial of a study was trained.</summary>
internal static class TimelineChart
{
    // As many rows as stay readable in one picture.
    private const int Most = 32;

    /// <summary>The chart: a bar for each of the newest trials; null where no time was recorded.</summary>
    public static DotChart? Of(StudyResult study)
    {
        var trials = study.Trials.Where(trial => trial.Started != default).TakeLast(Most).ToList();
        if (trials.Count == 0) return null;
        var start = trials.Min(trial => trial.Started);
        var isLong = trials.Max(trial => trial.Ended) - start > TimeSpan.FromMinutes(10);
        return new DotChart
        {
            Title = trials.Count < study.Trials.Count ? $"When the last {trials.Count} trials were trained" : "When trials were trained",
            X = new Axis($"{(isLong ? "minutes" : "seconds")} since the first of them began") { Min = 0 },
            Height = 640,
            Dots = [.. trials.Select(trial => new Dot($"trial {trial.Number}", At(trial.Ended), At(trial.Started), At(trial.Ended)) { Color = ColorOf(trial.Status), Note = Note(trial) })],
        };

        double At(DateTimeOffset time) => isLong ? (time - start).TotalMinutes : (time - start).TotalSeconds;
        string Note(TrialRow trial)
        {
            var length = trial.Ended - trial.Started;
            var text = isLong ? FormattableString.Invariant($"{length.TotalMinutes:0.0} min") : FormattableString.Invariant($"{length.TotalSeconds:0.00} s");
            return trial.Status is RunStatus.Failed or RunStatus.Pruned ? $"{trial.Status.ToString().ToLowerInvariant()}, {text}" : text;
        }
    }

    private static string ColorOf(RunStatus status) => status switch
    {
        RunStatus.Failed => Palette.Warning,
        RunStatus.Pruned => Palette.Neutral,
        _ => Palette.Colors[0],
    };
}
