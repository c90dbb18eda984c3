using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>A run of this process that has not ended: it can be watched from several places, and stopped.</summary>
public sealed class LiveRun
{
    private readonly TaskCompletionSource<Run> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal LiveRun(PreparedRun prepared, IRunView view)
    {
        Prepared = prepared;
        Progress = new RunProgress(prepared.Record, prepared.Options);
        foreach (var note in prepared.Notes) Progress.AddNote(note);
        Control = new RunControl(Progress, Interrupter);
        Views = new RunViews(view);
    }

    /// <summary>Short id that <c>#!runs attach</c> and <c>#!runs stop</c> take.</summary>
    public string Id => Record.Id;

    /// <summary>The run as it was when it started.</summary>
    public RunRecord Record => Prepared.Record;

    /// <summary>Ends with the run, also with one that was stopped or failed; its record says which. Faults only where the run's own machinery did.</summary>
    public Task<Run> Completion => _completion.Task;

    /// <summary>Whether the first batch is still to come: the model is being built, or another run has the turn.</summary>
    public bool HasStarted => Progress.Plan is not null;

    internal PreparedRun Prepared { get; }

    internal RunProgress Progress { get; }

    internal Interrupter Interrupter { get; } = new();

    internal RunControl Control { get; }

    internal RunViews Views { get; }

    /// <summary>Stops the run after the batch in flight; what it has learnt is kept, and <c>--resume</c> continues it.</summary>
    public void Stop() => Control.Stop("On request, by #!runs stop.");

    internal void End(Run run) => _completion.TrySetResult(run);

    internal void End(Exception problem)
    {
        _completion.TrySetException(problem);
        // Whoever awaits the completion sees it; nobody has to.
        _ = _completion.Task.Exception;
    }
}
