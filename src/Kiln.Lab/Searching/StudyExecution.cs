using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>Runs a study to its end, then trains the winner once more.</summary>
internal sealed class StudyExecution(LabWorkspace workspace, SearchOptions options)
{
    /// <summary>Searches until all trials are done, the user interrupts, or too many fail in a row.</summary>
    public async Task<StudyResult> Execute(string samplerName, ModelDefinition model, DataSet data, CancellationToken cancellationToken)
    {
        var plan = SearchPlan.Of(samplerName, model, data, options);
        var study = Study.Open(workspace.Store, plan.Definition, options.New);
        var session = new StudySession(workspace, plan, study, workspace.Display.ShowStudy());

        var isDone = await ExecutorOf(options).Run(session, cancellationToken);
        NoteEnd(session, isDone);
        if (!session.Progress.EndedEarly && options.RetrainWinner && study.Best is { } best)
            session.Progress.Winner = await session.Training.TrainWinner(best, options.Seed + 1, cancellationToken);
        session.Finish();
        return Result(session.Progress, model);
    }

    private static ITrialExecutor ExecutorOf(SearchOptions options) => options.Workers.Parallel > 0 ? new ParallelExecutor() : new SequentialExecutor();

    private static void NoteEnd(StudySession session, bool isDone)
    {
        var (study, progress) = (session.Study, session.Progress);
        if (isDone && (progress.Trials.Count >= study.TotalTrials || study.EndReason is null)) return;
        progress.EndedEarly = true;
        progress.AddNote(isDone ? $"The search ended: {study.EndReason}." : "Interrupted. The same command goes on with the trial in flight.");
    }

    private StudyResult Result(StudyProgress progress, ModelDefinition model) => new()
    {
        Study = progress.Study,
        Model = model.Name,
        Metric = options.Metric,
        Maximize = options.Maximize,
        Trials = progress.Trials,
        Best = progress.Best,
        Winner = progress.Winner,
        Notes = progress.Notes,
    };
}
