using System.Globalization;
using Kiln.Runs;
using Kiln.Search;

namespace Kiln;

/// <summary>Takes part in a study that other processes search too: pulls trials from the shared store, trains them, tells how they went.</summary>
internal sealed class StudyWorker : IStudyView
{
    // What other processes do with the study is looked at so often when there is no trial to begin.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Shorter than the time that a notebook gives its cell to end in order.
    private static readonly TimeSpan TimeToLeave = TimeSpan.FromSeconds(7);

    private readonly StudySession _session;
    private readonly WorkerSettings _settings;
    private readonly StallWatch _watch;
    private int _epochs;

    /// <summary>A worker of a study.</summary>
    /// <param name="workspace">The session in which the recipe's cells have run.</param>
    /// <param name="study">The study.</param>
    /// <param name="recipe">Its recipe.</param>
    /// <param name="settings">How many trials, and whom to tell.</param>
    /// <exception cref="LabException">The cells have made another model or other data than the study's.</exception>
    public StudyWorker(LabWorkspace workspace, StudyRecord study, StudyRecipe recipe, WorkerSettings settings)
    {
        _settings = settings;
        var plan = PlanOf(workspace, study, recipe);
        _session = new StudySession(workspace, plan, Study.Open(workspace.Store, plan.Definition), this);
        if (_session.Study.Id != study.Id)
            throw new LabException($"Study '{study.Name}' ({study.Id}) has been superseded by a newer one of the same name ({_session.Study.Id}). Start the worker with --study {_session.Study.Id}.");
        _watch = new StallWatch(workspace.Time, recipe.Search.Workers.Stall);
        settings.Output.Tell(new WorkerMessage(WorkerEvent.Ready) { Text = $"{study.Name} ({study.Id})" });
    }

    /// <summary>Works until no trial is left, also none that another process may still lose.</summary>
    /// <param name="stop">Puts the trial under way aside after the batch in flight.</param>
    public async Task<WorkerEnd> Run(CancellationToken stop)
    {
        var (done, failures) = (0, 0);
        while (!stop.IsCancellationRequested)
        {
            if (done >= _settings.MaxTrials || failures >= _session.Plan.Options.MaxFailures) return WorkerEnd.Done;
            LostWorkers.TakeIn(_session.Workspace.Store, _session.Study.Id);
            if (_session.Study.Ask() is not { } trial)
            {
                if (_session.Study.Trials.Count >= _session.Study.TotalTrials) return WorkerEnd.Done;
                await Wait(stop);
                continue;
            }
            if (await Train(trial, stop) is { } end) return end;
            failures = RowOf(trial)?.Status == RunStatus.Failed ? failures + 1 : 0;
            done++;
        }
        return WorkerEnd.Stopped;
    }

    /// <inheritdoc/>
    public void Show(StudyProgress progress)
    {
        if (progress.UnderWay is not [{ Run: var run }]) return;
        _watch.See(run);
        if (run.Epochs.Count == _epochs) return;
        _epochs = run.Epochs.Count;
        _settings.Output.Tell(new WorkerMessage(WorkerEvent.Epoch) { Run = run.Run.Id });
    }

    /// <inheritdoc/>
    public void Finish(StudyProgress progress)
    {
    }

    /// <returns>Why the worker must end; null where it goes on.</returns>
    private async Task<WorkerEnd?> Train(Trial trial, CancellationToken stop)
    {
        _settings.Output.Tell(new WorkerMessage(WorkerEvent.Begin) { Trial = trial.Number, Run = trial.RunId });
        _epochs = 0;
        _watch.Begin();
        var training = Task.Run(() => SequentialExecutor.RunTrial(_session, trial, stop), CancellationToken.None);
        var isStuck = await IsStuck(training, trial, stop);
        var goesOn = isStuck || await training;
        _settings.Output.Tell(new WorkerMessage(WorkerEvent.End) { Trial = trial.Number, Run = trial.RunId, Text = OutcomeOf(trial) });
        return isStuck || IsOutOfMemory(trial) ? WorkerEnd.Spent : goesOn ? null : WorkerEnd.Stopped;
    }

    /// <summary>Waits for the training, no longer than something happens in it and no longer than it may take to stop.</summary>
    private async Task<bool> IsStuck(Task training, Trial trial, CancellationToken stop)
    {
        var time = _session.Workspace.Time;
        // Also while the model is built, and between the runs of a trial that is repeated.
        var heartbeat = new Heartbeat(_session.Workspace.Store, trial.RunId!, time);
        long? asked = null;
        while (true)
        {
            heartbeat.Beat();
            await Task.WhenAny(training, Task.Delay(Pause, time, CancellationToken.None));
            if (training.IsCompleted) return false;
            if (_watch.Verdict is { } reason)
            {
                _session.Study.Fail(trial, reason);
                return true;
            }
            if (!stop.IsCancellationRequested || time.GetElapsedTime(asked ??= time.GetTimestamp()) < TimeToLeave) continue;
            _session.Study.Pause(trial, "interrupted");
            return true;
        }
    }

    private FinishedTrial? RowOf(Trial trial) => _session.Study.Trials.FirstOrDefault(row => row.Number == trial.Number);

    // In libtorch's words, and in those of .NET.
    private bool IsOutOfMemory(Trial trial) =>
        RowOf(trial) is { Status: RunStatus.Failed, Reason: { } reason } && (reason.Contains("allocate memory", StringComparison.Ordinal) || reason.Contains(nameof(OutOfMemoryException), StringComparison.Ordinal));

    private string OutcomeOf(Trial trial) => RowOf(trial) switch
    {
        null => "put aside",
        { Value: { } value } => string.Create(CultureInfo.InvariantCulture, $"{_session.Plan.Options.Metric} {value:0.####}"),
        var row => row.Reason ?? "no value",
    };

    private async Task Wait(CancellationToken stop)
    {
        try
        {
            await Task.Delay(Pause, _session.Workspace.Time, stop);
        }
        catch (OperationCanceledException)
        {
            // The loop ends.
        }
    }

    private SearchPlan PlanOf(LabWorkspace workspace, StudyRecord study, StudyRecipe recipe)
    {
        var (model, data) = (workspace.Models.Get(recipe.Model), workspace.FindData(null));
        Compare("model", $"'{model.Name}'", study.ModelHash, model.Hash);
        Compare("data", $"'{data.Name}'", study.DataFingerprint, data.Fingerprint);
        var failures = _settings.Output.IsManaged ? int.MaxValue : recipe.Search.MaxFailures;
        return SearchPlan.Of(workspace, recipe.Sampler, model, data, recipe.Search with { MaxFailures = failures });

        void Compare(string what, string name, string expected, string got)
        {
            if (expected == got) return;
            throw new LabException($"The {what} {name} is not the one that study '{study.Name}' ({study.Id}) searches: expected {expected}, got {got} here. "
                + (what == "data" ? "Is the file the same on this machine, and is the folder the notebook's?" : "Run #!search in the notebook once more."));
        }
    }
}
