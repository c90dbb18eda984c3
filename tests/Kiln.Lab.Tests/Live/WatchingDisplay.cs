using System.Collections.Concurrent;

namespace Kiln.Tests;

/// <summary>A display that keeps what it is shown and tells when something has been seen.</summary>
internal sealed class WatchingDisplay : ILabDisplay, IRunView
{
    private readonly List<(string Id, Func<RunProgress, bool> When, TaskCompletionSource Seen)> _waits = [];
    private readonly Lock _gate = new();

    public ConcurrentDictionary<string, RunProgress> Shown { get; } = new();

    public ConcurrentBag<string> Finished { get; } = [];

    public int Views { get; private set; }

    public CancellationToken Interrupted => CancellationToken.None;

    public IRunView ShowRun()
    {
        Views++;
        return this;
    }

    public IStudyView ShowStudy() => SilentDisplay.Instance;

    public IComparisonView ShowComparison() => SilentDisplay.Instance;

    public void Note(string text)
    {
    }

    public void Show(RunProgress progress)
    {
        Shown[progress.Run.Id] = progress;
        lock (_gate)
            foreach (var (id, when, seen) in _waits)
                if (id == progress.Run.Id && when(progress)) seen.TrySetResult();
    }

    public void Finish(RunProgress progress) => Finished.Add(progress.Run.Id);

    /// <summary>Ends when a view of that run was shown such a state.</summary>
    public Task Until(string id, Func<RunProgress, bool> when)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate) _waits.Add((id, when, seen));
        return seen.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }
}
