using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>Runs a study to its end, then trains the winner once more.</summary>
internal sealed class StudyExecution(LabWorkspace workspace, SearchOptions options)
{
    /// <summary>Searches until all trials are done, the user interrupts, the time is up, or too many fail in a row.</summary>
    public async Task<StudyResult> Execute(string method, ModelDefinition model, DataSet data, CancellationToken cancellationToken)
    {
        var plan = SearchPlan.Of(workspace, method, model, data, options);
        var study = Study.Open(workspace.Store, plan.Definition, options.New);
        // Whoever goes on with it, here or in a worker, knows how it was asked for; an executor of workers writes more.
        if (options.Workers.Parallel == 0) StudyRecipe.Sketch(workspace.Sources, plan).Write(workspace.Store, study.Id);
        Enqueue(study);
        var session = new StudySession(workspace, plan, study, workspace.Display.ShowStudy());

        using var end = StudyEnd.After(options.Timeout, workspace.Time, cancellationToken);
        var isDone = await ExecutorOf(options).Run(session, end.Token);
        NoteEnd(session, isDone, end.IsTimeUp);
        if (!session.Progress.EndedEarly && options.RetrainWinner && study.Best is { } best)
            session.Progress.Winner = await new WinnerTraining(session, session.Training).Train(best, options.Seed + 1, cancellationToken);
        session.Finish();
        return session.Progress.ToResult();
    }

    private static ITrialExecutor ExecutorOf(SearchOptions options) => options.Workers switch
    {
        { Parallel: 0 } => new SequentialExecutor(),
        { Executor: WorkerOptions.SlurmName } => new SlurmExecutor(),
        _ => new ParallelExecutor(),
    };

    private void Enqueue(Study study)
    {
        try
        {
            foreach (var point in options.Enqueue) study.Enqueue(point);
        }
        catch (ArgumentException problem)
        {
            throw new LabException(problem.Message.Split(" (Parameter")[0], problem);
        }
    }

    private void NoteEnd(StudySession session, bool isDone, bool isTimeUp)
    {
        var (study, progress) = (session.Study, session.Progress);
        if (isDone && (progress.Trials.Count >= study.TotalTrials || study.EndReason is null)) return;
        // When its time is up a search has its result; after an interrupt or many failures it has none yet.
        progress.EndedEarly = isDone || !isTimeUp;
        progress.AddNote(
            isDone ? $"The search ended: {study.EndReason}."
            : isTimeUp ? "The search's time is up. The same command goes on with the trial in flight."
            : "Interrupted. The same command goes on with the trial in flight.");
    }
}
