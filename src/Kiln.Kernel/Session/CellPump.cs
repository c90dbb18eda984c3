using System.Collections.Concurrent;

namespace Kiln.Kernel;

/// <summary>Runs a cell's async code on one thread, as its synchronous code: libtorch's gradient mode and dispose scopes are per thread.</summary>
/// <remarks>
/// A cell that blocks on its own task (<c>.Result</c>) would wait for itself. The pump sees the waiting thread and runs the task's
/// continuation on the thread pool instead. After the cell's end, continuations go to the thread pool.
/// </remarks>
internal sealed class CellPump(CellContext cell, TimeProvider time) : SynchronizationContext
{
    private static readonly TimeSpan RescueAfter = TimeSpan.FromMilliseconds(50);

    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _queue = [];
    private readonly CancellationTokenSource _abandon = new();
    private readonly Lock _lock = new();
    private Thread? _thread;
    private State _state = State.Running;
    private bool _waiting;
    private ITimer? _rescue;

    private enum State
    {
        Running,
        Ended,
        Abandoned,
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_lock)
        {
            if (_state == State.Running) _queue.Add((d, state));
            if (_state == State.Ended) RunElsewhere(d, state);
            if (_state == State.Running && !_waiting) ScheduleRescue();
        }
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Thread.CurrentThread == _thread) d(state);
        else Post(d, state);
    }

    /// <summary>Runs async code to its end on the calling thread.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted and its code did not end in order.</exception>
    public T Run<T>(Func<Task<T>> body)
    {
        _thread = cell.Thread = Thread.CurrentThread;
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            var task = body();
            task.ContinueWith(_ => Post(static _ => { }, null), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            while (!task.IsCompleted) RunNext();
            End(State.Ended);
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            End(State.Abandoned);
            SetSynchronizationContext(outer);
        }
    }

    /// <summary>Gives up waiting for the cell's code: its continuations are not run any more.</summary>
    public void Abandon()
    {
        cell.GiveUp();
        _abandon.Cancel();
    }

    /// <summary>Wakes the cell's thread out of a blocking wait of the user's own code.</summary>
    public void InterruptWait()
    {
        lock (_lock)
            if (_state == State.Running && IsBlocked) _thread!.Interrupt();
    }

    /// <summary>Whether the cell's thread waits for something else than its own continuations.</summary>
    private bool IsBlocked => !_waiting && _thread is { } thread && (thread.ThreadState & ThreadState.WaitSleepJoin) != 0;

    private void RunNext()
    {
        (SendOrPostCallback Callback, object? State) next;
        try
        {
            lock (_lock) _waiting = true;
            next = _queue.Take(_abandon.Token);
        }
        catch (ThreadInterruptedException)
        {
            // Meant for a wait of the user's code that has ended meanwhile.
            return;
        }
        finally
        {
            lock (_lock) _waiting = false;
        }
        Call(next.Callback, next.State);
    }

    // What an async void function throws belongs to nobody who could catch it.
    private void Call(SendOrPostCallback callback, object? state)
    {
        try
        {
            callback(state);
        }
        catch (Exception e)
        {
            StrayExceptions.Tell(cell, "an async void function", e);
        }
    }

    private void End(State state)
    {
        lock (_lock)
        {
            if (_state != State.Running) return;
            _state = state;
            while (_queue.TryTake(out var left))
                if (state == State.Ended) RunElsewhere(left.Callback, left.State);
            _rescue?.Dispose();
        }
    }

    private void ScheduleRescue()
    {
        _rescue ??= time.CreateTimer(_ => Rescue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _rescue.Change(RescueAfter, Timeout.InfiniteTimeSpan);
    }

    private void Rescue()
    {
        lock (_lock)
        {
            if (_state != State.Running || _queue.Count == 0) return;
            if (IsBlocked)
                while (_queue.TryTake(out var stuck)) RunElsewhere(stuck.Callback, stuck.State);
            else if (!_waiting)
                ScheduleRescue();
        }
    }

    private static void RunElsewhere(SendOrPostCallback callback, object? state) =>
        ThreadPool.QueueUserWorkItem(static work => work.callback(work.state), (callback, state), preferLocal: false);
}
