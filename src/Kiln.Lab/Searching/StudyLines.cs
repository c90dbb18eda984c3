using System.Globalization;

namespace Kiln;

/// <summary>A study as plain text: a line for each trial and one for the winner.</summary>
internal sealed class StudyLines(TextWriter output) : IStudyView
{
    private readonly HashSet<int> _told = [];
    private int _notes;

    /// <inheritdoc/>
    public void Show(StudyProgress progress)
    {
        foreach (var trial in progress.Trials.Where(trial => _told.Add(trial.Number))) output.WriteLine(Line(trial, progress));
        for (; _notes < progress.Notes.Count; _notes++) output.WriteLine($"note: {progress.Notes[_notes]}");
        output.Flush();
    }

    /// <inheritdoc/>
    public void Finish(StudyProgress progress)
    {
        Show(progress);
        if (progress.Best is { } best) output.WriteLine($"best: {Line(best, progress)}");
        foreach (var (name, value) in progress.Winner?.Metrics.Where(metric => metric.Key.StartsWith("test_", StringComparison.Ordinal)) ?? [])
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"winner, trained anew: {name.Replace('_', ' ')} {value:0.0000}"));
        output.Flush();
    }

    private static string Line(TrialRow trial, StudyProgress progress)
    {
        var chosen = string.Join(" ", trial.Parameters.Select(parameter => $"{parameter.Key}={parameter.Value}"));
        var outcome = trial.Value is { } value
            ? string.Create(CultureInfo.InvariantCulture, $"{progress.Facts.Metric.Replace('_', ' ')} {value:0.0000}")
            : $"{trial.Status.ToString().ToLowerInvariant()}: {trial.Reason}";
        return string.Create(CultureInfo.InvariantCulture, $"trial {trial.Number + 1}/{progress.TrialsPlanned}  {chosen}  {outcome}  {trial.Elapsed.TotalSeconds:0.0} s");
    }
}
