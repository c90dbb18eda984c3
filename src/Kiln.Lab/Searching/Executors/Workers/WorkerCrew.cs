using System.Globalization;
using System.Threading.Channels;
using Kiln.Runs;

namespace Kiln;

/// <summary>The worker processes of one search: starts them, shows what they do, replaces those that are lost.</summary>
internal sealed class WorkerCrew : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    // A worker gives a sign of life every two seconds, whatever its trial does; a busy machine may be slow.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    // Longer than a worker takes to give up by itself.
    private static readonly TimeSpan TimeToLeave = TimeSpan.FromSeconds(9);

    private const int MostFalseStarts = 3;

    private readonly StudySession _session;
    private readonly WorkerProgram _program;
    private readonly List<WorkerProcess> _workers = [];
    private readonly Channel<(WorkerProcess Worker, WorkerMessage? Message)> _news = Channel.CreateUnbounded<(WorkerProcess, WorkerMessage?)>();
    private readonly TimeProvider _time;
    private readonly WorkerOptions _options;
    private long? _stoppedAt;
    private bool _wasInterrupted;
    private int _falseStarts;
    private int _failures;
    private string? _refusal;

    public WorkerCrew(StudySession session, WorkerProgram program)
    {
        (_session, _program, _time) = (session, program, session.Workspace.Time);
        _options = session.Plan.Options.Workers;
    }

    /// <summary>Works until the study has no trial left, too many failed in a row, or somebody stops it.</summary>
    /// <returns>False when it was interrupted.</returns>
    /// <exception cref="LabException">No worker can take part; the message says why.</exception>
    public async Task<bool> Work()
    {
        var left = _session.Study.TotalTrials - _session.Study.Trials.Count;
        for (var i = 0; i < Math.Min(_options.Parallel, left); i++) Start();
        var waiting = _news.Reader.WaitToReadAsync().AsTask();
        while (_workers.Count > 0)
        {
            await Task.WhenAny(waiting, Task.Delay(Tick, _time));
            if (waiting.IsCompleted) waiting = _news.Reader.WaitToReadAsync().AsTask();
            var hasEnded = false;
            while (_news.Reader.TryRead(out var news)) hasEnded |= Take(news.Worker, news.Message);
            if (hasEnded) TakeInTrials();
            EndTheSilent();
            _session.Show();
        }
        TakeInTrials();
        return _refusal is null ? !_wasInterrupted : throw new LabException(_refusal);
    }

    /// <summary>Lets every worker put its trial aside and end; called on any thread.</summary>
    public void Stop()
    {
        _wasInterrupted = true;
        Dismiss();
    }

    public void Dispose()
    {
        // Only where something went wrong here: their trials are taken up by whoever comes next.
        foreach (var worker in _workers)
        {
            worker.Kill();
            worker.Dispose();
        }
    }

    private void Start()
    {
        var threads = _options.Threads > 0 ? _options.Threads : Math.Max(1, Environment.ProcessorCount / _options.Parallel);
        var worker = WorkerProcess.Start(_program, threads, (one, message) => _news.Writer.TryWrite((one, message)));
        worker.HeardAt = _time.GetTimestamp();
        lock (_workers)
        {
            _workers.Add(worker);
            if (_stoppedAt is not null) worker.Stop();
        }
    }

    private void Dismiss()
    {
        lock (_workers)
        {
            _stoppedAt ??= _time.GetTimestamp();
            _workers.ForEach(worker => worker.Stop());
        }
    }

    /// <returns>Whether a trial has ended.</returns>
    private bool Take(WorkerProcess worker, WorkerMessage? message)
    {
        worker.HeardAt = _time.GetTimestamp();
        switch (message)
        {
            case null:
                TakeEnd(worker);
                return true;
            case { Kind: WorkerEvent.Ready }:
                (worker.IsReady, _falseStarts) = (true, 0);
                return false;
            case { Kind: WorkerEvent.Refused }:
                worker.Refusal = message.Text;
                return false;
            case { Kind: WorkerEvent.Begin or WorkerEvent.Epoch, Run: { } run }:
                if (message.Kind == WorkerEvent.Begin) worker.UnderWay = message;
                ShowRun(worker, run);
                return false;
            case { Kind: WorkerEvent.End }:
                Leave(worker);
                return true;
            default:
                return false;
        }
    }

    private void ShowRun(WorkerProcess worker, string run)
    {
        if (worker.UnderWay is not { } trial) return;
        var record = _session.Workspace.Store.Get(run);
        var progress = new RunProgress(record, RunIdentity.ReadOptions(record));
        progress.Take(record, _session.Workspace.Store.Epochs(run), _session.Workspace.Store.Steps(run));
        _session.Progress.Enter(new TrialUnderWay(LabelOf(trial), progress));
    }

    private void Leave(WorkerProcess worker)
    {
        if (worker.UnderWay is { } trial) _session.Progress.Leave(LabelOf(trial));
        worker.UnderWay = null;
    }

    private void TakeEnd(WorkerProcess worker)
    {
        lock (_workers) _workers.Remove(worker);
        if (worker.UnderWay?.Run is { } run)
            _session.Workspace.Store.RecordLoss(run, worker.Id, _stoppedAt is null ? worker.EndedFor ?? ExitWords.Of(worker.ExitCode) : "interrupted");
        Leave(worker);
        if (_stoppedAt is null && worker.ExitCode != 0) Replace(worker);
        worker.Dispose();
    }

    private void Replace(WorkerProcess lost)
    {
        if (lost.Refusal is not null || (!lost.IsReady && ++_falseStarts >= MostFalseStarts))
        {
            _refusal = lost.Refusal ?? $"Worker processes end before their first trial, the last one {ExitWords.Of(lost.ExitCode)}."
                + (lost.LastWords.Length > 0 ? $" It said: {lost.LastWords}" : "") + " Leave --parallel out to train in this process.";
            Dismiss();
        }
        else Start();
    }

    private void EndTheSilent()
    {
        var isTooLate = _stoppedAt is { } at && _time.GetElapsedTime(at) >= TimeToLeave;
        foreach (var worker in _workers)
        {
            if (!isTooLate && _time.GetElapsedTime(worker.HeardAt) < Silence) continue;
            worker.EndedFor ??= string.Create(CultureInfo.InvariantCulture, $"{RunStore.Killed}: its worker had not answered for {Silence.TotalSeconds:0} s");
            worker.Kill();
        }
    }

    private void TakeInTrials()
    {
        _session.Study.Refresh();
        foreach (var trial in _session.TakeIn()) Count(trial);
    }

    private void Count(TrialRow trial)
    {
        _failures = trial.Status == RunStatus.Failed ? _failures + 1 : 0;
        if (_failures < _session.Plan.Options.MaxFailures || _stoppedAt is not null) return;
        _session.Progress.EndedEarly = true;
        _session.Progress.AddNote($"The search ended: {_failures} trials in a row failed, the last (trial {trial.Number}) because: {trial.Reason}.");
        Dismiss();
    }

    private static string LabelOf(WorkerMessage trial) => $"trial {trial.Trial}";
}
