using System.Threading.Channels;
using Kiln.Training;

namespace Kiln;

/// <summary>Runs one training: the trainer's events flow to the recorder, which takes every epoch, and to the view, which takes the newest state.</summary>
internal sealed class RunExecution(LabWorkspace workspace, IRunView view)
{
    // Often enough for a view that redraws four times a second, seldom enough to cost the training nothing.
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(40);

    /// <summary>Trains to the end, an interrupt or a failure, and returns the run as recorded.</summary>
    public async Task<(Run Run, TrainingResult Result)> Execute(PreparedRun prepared, CancellationToken cancellationToken)
    {
        var progress = new RunProgress(prepared.Record, prepared.Options);
        foreach (var note in prepared.Notes) progress.AddNote(note);
        var recorder = new RunRecorder(workspace.Store, progress);
        var events = Channel.CreateBounded<TrainingEvent>(new BoundedChannelOptions(4096) { SingleReader = true, SingleWriter = true });
        var interrupter = new Interrupter();

        var control = new RunControl(progress, interrupter);
        var callbacks = new CallbackList(prepared.Callbacks, control);

        using var user = cancellationToken.Register(() => interrupter.Request(StopReason.User));
        using var front = workspace.Display.Interrupted.Register(() => interrupter.Request(StopReason.User));
        var training = Trainer.Fit(prepared.Job, events.Writer, interrupter);
        view.Show(progress);
        while (!training.IsCompleted)
        {
            await Task.WhenAny(training, Task.Delay(Beat, workspace.Time, CancellationToken.None));
            Drain(events.Reader, progress, recorder, callbacks);
            view.Show(progress);
        }

        var result = await training;
        Drain(events.Reader, progress, recorder, callbacks);
        if (control.StopText is { } text && result.StoppedBy is StopReason.User) result = result with { Reason = text };
        recorder.Finish(result);
        callbacks.Tell(new RunEnded(result));
        view.Finish(progress);
        return (new Run(progress.Run, progress.Epochs, result.Module, progress.Notes), result);
    }

    private static void Drain(ChannelReader<TrainingEvent> events, RunProgress progress, RunRecorder recorder, CallbackList callbacks)
    {
        while (events.TryRead(out var next))
        {
            if (progress.Apply(next) is { } epoch) recorder.Append(epoch);
            if (next is RunStarted) recorder.CatchUp();
            // They hear of the end when it is recorded.
            if (next is not RunEnded) callbacks.Tell(next);
        }
    }
}
