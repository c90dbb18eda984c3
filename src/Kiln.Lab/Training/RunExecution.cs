using System.Threading.Channels;
using Kiln.Training;

namespace Kiln;

/// <summary>Runs one training: the trainer's events flow to the recorder, which takes every epoch, to the callbacks, and to the views, which take the newest state.</summary>
internal sealed class RunExecution(LabWorkspace workspace)
{
    // Often enough for a view that redraws four times a second, seldom enough to cost the training nothing.
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(40);
    private const int BeatsBetweenLooks = 25;
    private static readonly TimeSpan TimeToLeave = TimeSpan.FromSeconds(2);

    /// <summary>Trains to the end, an interrupt or a failure, in front of the caller's eyes.</summary>
    /// <returns>The run as recorded.</returns>
    public async Task<(Run Run, TrainingResult Result)> Execute(PreparedRun prepared, IRunView view, CancellationToken cancellationToken)
    {
        var run = new LiveRun(prepared, view);
        using var user = cancellationToken.Register(() => run.Interrupter.Request(StopReason.User));
        using var front = workspace.Display.Interrupted.Register(() => run.Interrupter.Request(StopReason.User));
        workspace.Live.Add(run);
        return await Execute(run);
    }

    /// <summary>Starts a training that goes on after the caller's cell has ended; an interrupt of that cell does not reach it.</summary>
    public LiveRun Start(PreparedRun prepared, IRunView view)
    {
        var run = new LiveRun(prepared, view);
        run.Progress.IsInBackground = true;
        // Now, while the cell runs: the display belongs to it.
        view.Show(run.Progress);
        workspace.Live.Add(run);
        EventHandler leave = (_, _) => Leave(run);
        AppDomain.CurrentDomain.ProcessExit += leave;
        _ = Task.Run(() => Execute(run)).ContinueWith(_ => AppDomain.CurrentDomain.ProcessExit -= leave, TaskScheduler.Default);
        return run;
    }

    // A process that ends takes libtorch apart under a training that goes on: the run would be recorded as failed.
    private static void Leave(LiveRun run)
    {
        run.Control.Stop("The process that trained it ended; --resume continues it.");
        Task.WaitAny([run.Completion], TimeToLeave);
    }

    private async Task<(Run Run, TrainingResult Result)> Execute(LiveRun run)
    {
        try
        {
            var (done, result) = await Train(run);
            // First, so that nobody who has awaited its completion finds it among the runs that can be stopped.
            workspace.Live.Remove(run);
            run.End(done);
            return (done, result);
        }
        catch (Exception problem)
        {
            workspace.Live.Remove(run);
            run.End(problem);
            if (!run.Progress.IsInBackground) throw;
            workspace.Display.Note($"Run {run.Id} broke off: {problem.Message}");
            throw;
        }
    }

    private async Task<(Run Run, TrainingResult Result)> Train(LiveRun run)
    {
        var progress = run.Progress;
        var recorder = new RunRecorder(workspace.Store, progress, workspace.Time);
        var heartbeat = new Heartbeat(workspace.Store, run.Id, workspace.Time);
        var callbacks = new CallbackList(run.Prepared.Callbacks, run.Control);
        var events = Channel.CreateBounded<TrainingEvent>(new BoundedChannelOptions(4096) { SingleReader = true, SingleWriter = true });
        StopFile.Take(workspace.Store, run.Id);
        var training = Trainer.Fit(run.Prepared.Job, events.Writer, run.Interrupter);
        run.Views.Show(progress);
        for (var beat = 1; !training.IsCompleted; beat++)
        {
            await Task.WhenAny(training, Task.Delay(Beat, workspace.Time, CancellationToken.None));
            if (beat % BeatsBetweenLooks == 0 && StopFile.Take(workspace.Store, run.Id)) run.Stop();
            if (!heartbeat.Beat()) run.Control.Stop("Another process has taken the run up.");
            recorder.IsOff = heartbeat.IsLost;
            Drain(events.Reader, progress, recorder, callbacks);
            progress.WaitsFor = workspace.Live.OnTurn(run)?.Record;
            run.Views.Show(progress);
        }

        var result = await training;
        Drain(events.Reader, progress, recorder, callbacks);
        if (run.Control.StopText is { } text && result.StoppedBy is StopReason.User) result = result with { Reason = text };
        heartbeat.Look();
        recorder.IsOff = heartbeat.IsLost;
        recorder.Finish(result);
        progress.Hints = RunHints.Find(run.Prepared, progress, result);
        RunHints.Write(workspace.Store, progress);
        callbacks.Tell(new RunEnded(result));
        run.Views.Finish(progress);
        return (new Run(progress.Run, progress.Epochs, result.Module, progress.Notes) { Hints = progress.Hints, IsLost = heartbeat.IsLost }, result);
    }

    private static void Drain(ChannelReader<TrainingEvent> events, RunProgress progress, RunRecorder recorder, CallbackList callbacks)
    {
        while (events.TryRead(out var next))
        {
            if (progress.Apply(next) is { } epoch) recorder.Take(epoch);
            if (next is BatchEnded batch) recorder.Take(batch);
            if (next is RunStarted started) recorder.Start(started.Plan);
            // They hear of the end when it is recorded.
            if (next is not RunEnded) callbacks.Tell(next);
        }
        recorder.Write();
    }
}
