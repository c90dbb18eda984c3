using System.Text.Json;
using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>The hints of a run in words: found when it ends, while its model is at hand, and kept in its folder.</summary>
internal static class RunHints
{
    private const string FileName = "hints.json";

    /// <summary>What is still to be said of a run that has just ended; nothing where it failed, and of a trial of a search, which nobody reads one by one.</summary>
    public static IReadOnlyList<string> Find(PreparedRun prepared, RunProgress progress, TrainingResult result)
    {
        if (result.Outcome is not (TrainingOutcome.Finished or TrainingOutcome.Stopped) || prepared.Record.Kind != "train") return [];
        var told = progress.Answers.Select(warning => warning.Answers!.Value);
        return Of(new HintContext
        {
            Epochs = [.. progress.Epochs.Select(epoch => epoch.Metrics)],
            Options = prepared.Options,
            BestEpoch = result.BestEpoch,
            IsFinished = result.Outcome == TrainingOutcome.Finished,
            Findings = Look(prepared, result),
            Told = [.. prepared.Job.Data.HasWideTargets ? told.Append(HintQuestion.Learning) : told],
        });
    }

    /// <summary>Keeps them for <c>#!runs show</c>, with what was said while the run went on.</summary>
    public static void Write(RunStore store, RunProgress progress)
    {
        try
        {
            File.WriteAllText(PathOf(store, progress.Run), JsonSerializer.Serialize<string[]>([.. progress.Answers.Select(warning => warning.Text), .. progress.Hints]));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Those that the curves show are found again without it.
        }
    }

    /// <summary>The hints of a recorded run; of one that has none on record, those that its curves alone show.</summary>
    public static IReadOnlyList<string> Read(RunStore store, RunRecord run)
    {
        if (run.Status is not (RunStatus.Finished or RunStatus.Stopped)) return [];
        try
        {
            if (JsonSerializer.Deserialize<string[]>(File.ReadAllText(PathOf(store, run))) is { } kept) return kept;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            // A run of an earlier version, of a search, or of a process that was killed.
        }
        return FromCurves(store, run);
    }

    private static string[] FromCurves(RunStore store, RunRecord run)
    {
        try
        {
            return Of(new HintContext { Epochs = [.. store.Epochs(run.Id).Select(epoch => epoch.Metrics)], Options = RunIdentity.ReadOptions(run) });
        }
        catch (JsonException)
        {
            // The options of another version: rates that are not understood are not judged.
            return [];
        }
    }

    private static string[] Of(HintContext context) => [.. TrainingHints.For(context).Select(hint => hint.Text)];

    private static ProbeFindings? Look(PreparedRun prepared, TrainingResult result)
    {
        if (result is not { Module: { } module, Epochs.Length: > 0 }) return null;
        try
        {
            return RunProbe.Look(module, prepared.Job.Data, LearningTasks.Find(prepared.Options.Task, prepared.Job.Data));
        }
        catch (Exception)
        {
            // A model that throws on this look has been trained all the same: it has fewer hints, not no result.
            return null;
        }
    }

    private static string PathOf(RunStore store, RunRecord run) => Path.Combine(store.RunFolder(run.Id), FileName);
}
