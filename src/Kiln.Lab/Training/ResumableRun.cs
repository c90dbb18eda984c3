using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>Finds the run that <c>--resume</c> continues.</summary>
internal static class ResumableRun
{
    /// <summary>The newest run of equal identity and seed that did not finish and has a checkpoint; null where there is none.</summary>
    /// <param name="workspace">Where to look.</param>
    /// <param name="model">The definition as it is now.</param>
    /// <param name="data">The data set as it is now.</param>
    /// <param name="options">The options as asked now.</param>
    /// <param name="settings">Hyperparameters, and the study and trial the run must belong to.</param>
    /// <param name="notes">Receives, in words, why none was found.</param>
    public static RunRecord? Find(LabWorkspace workspace, ModelDefinition model, DataSet data, TrainOptions options, RunSettings settings, List<string> notes)
    {
        var wanted = RunIdentity.Of(model, data, options, settings.Hyperparameters);
        var earlier = workspace.Store.List(new RunFilter { Model = model.Name, Study = settings.Study })
            .Where(run => run.Study == settings.Study && run.Trial == settings.Trial)
            .ToList();
        var match = earlier.FirstOrDefault(run =>
            run.Status is not (RunStatus.Finished or RunStatus.Pruned) && run.Seed == options.Seed && RunIdentity.Of(run) == wanted && HasCheckpoint(workspace, run));
        if (match is null && settings.Trial is null)
            notes.Add(WhyNot(workspace, earlier, wanted, options));
        return match;
    }

    private static bool HasCheckpoint(LabWorkspace workspace, RunRecord run) =>
        File.Exists(Path.Combine(workspace.Store.RunFolder(run.Id), "last", "state.json"));

    private static string WhyNot(LabWorkspace workspace, List<RunRecord> earlier, RunIdentity wanted, TrainOptions options)
    {
        const string started = "a new run was started";
        var newest = earlier.FirstOrDefault(run => run.Status is not (RunStatus.Finished or RunStatus.Pruned));
        if (newest is null) return $"Nothing to resume: no unfinished run of this model; {started}.";
        var identity = RunIdentity.Of(newest);
        var difference =
            identity.ModelHash != wanted.ModelHash ? "the model's definition has changed"
            : identity.DataFingerprint != wanted.DataFingerprint ? "the data set or its split has changed"
            : identity.OptionsJson != wanted.OptionsJson ? "the training options have changed"
            : identity.ParametersText != wanted.ParametersText ? "the hyperparameters have changed"
            : newest.Seed != options.Seed ? $"its seed is {newest.Seed}"
            : !HasCheckpoint(workspace, newest) ? "it has no checkpoint yet"
            : "it differs";
        return $"Run {newest.Id} cannot be resumed, because {difference}; {started}.";
    }
}
