using Kiln.Runs;
using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>
/// Trains the best trial's settings once more, with a fresh seed, and measures them on the test split. Where the trial went on from others,
/// the new training has the settings of each of them for the same epochs: it follows the schedule that led to the best.
/// </summary>
internal sealed class WinnerTraining(StudySession session, TrialTraining training)
{
    private const string Kind = "winner", StageKind = "winner-stage";

    private readonly RunStore _store = session.Workspace.Store;

    /// <summary>The winner; null where it was interrupted or failed, which the session is told. Trained once for each trial.</summary>
    public async Task<Run?> Train(FinishedTrial best, long seed, CancellationToken cancellationToken)
    {
        var stages = Stages(best.LineageIn(session.Study.Trials)).Select(trial => _store.Get(trial.RunId!)).ToList();
        var settings = new RunSettings
        {
            Name = $"{session.Progress.Facts.Name}-winner",
            ParentKind = stages.Count > 1 ? RunRecord.Schedule : null,
        };
        Run? before = null;
        foreach (var stage in stages)
        {
            var isLast = stage == stages[^1];
            var run = await Train(stage, seed, before, settings with { Kind = isLast ? Kind : StageKind, Test = isLast, Parent = stage.Id }, cancellationToken);
            if (run is null) return null;
            before = run;
        }
        return before;
    }

    // Generations that changed nothing are one training.
    private static IEnumerable<FinishedTrial> Stages(IReadOnlyList<FinishedTrial> lineage) => lineage.Where((trial, i) =>
        i == lineage.Count - 1 || trial.Parameters.Any(parameter => !lineage[i + 1].Parameters.TryGetValue(parameter.Key, out var next) || next != parameter.Value));

    private async Task<Run?> Train(RunRecord stage, long seed, Run? before, RunSettings settings, CancellationToken cancellationToken)
    {
        var earlier = _store.List(new RunFilter { Parent = stage.Id, Kind = settings.Kind, Status = RunStatus.Finished }).FirstOrDefault();
        if (earlier is not null) return new Run(earlier, _store.Epochs(earlier.Id), null, []);

        var (options, hyperparameters) = session.Plan.Settings.Of(stage);
        var prepared = PreparedRun.Prepare(session.Workspace, session.Plan.Model, session.Plan.Data, options with { Seed = seed }, settings with { Hyperparameters = hyperparameters });
        var job = prepared.Job with { BranchFrom = before is null ? null : _store.RunFolder(before.Id) };
        var (run, result) = await training.Execute("winner", prepared with { Job = job }, cancellationToken);
        if (result.Outcome == TrainingOutcome.Finished) return run;
        session.Progress.AddNote($"The winner was not measured on the test split: {result.Reason}.");
        return null;
    }
}
