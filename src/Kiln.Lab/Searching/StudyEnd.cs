namespace Kiln;

/// <summary>Ends a search when the caller wants it or its time is up.</summary>
internal sealed class StudyEnd : IDisposable
{
    private readonly CancellationTokenSource? _timer;
    private readonly CancellationTokenSource? _either;
    private readonly CancellationToken _caller;

    private StudyEnd(TimeSpan? timeout, TimeProvider time, CancellationToken caller)
    {
        _caller = caller;
        if (timeout is not { } limit) return;
        _timer = new CancellationTokenSource(limit, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, caller);
    }

    /// <summary>Cancelled by either.</summary>
    public CancellationToken Token => _either?.Token ?? _caller;

    /// <summary>Whether it was the time.</summary>
    public bool IsTimeUp => _timer is { IsCancellationRequested: true } && !_caller.IsCancellationRequested;

    /// <summary>Begins to count.</summary>
    public static StudyEnd After(TimeSpan? timeout, TimeProvider time, CancellationToken caller) => new(timeout, time, caller);

    public void Dispose()
    {
        _either?.Dispose();
        _timer?.Dispose();
    }
}
