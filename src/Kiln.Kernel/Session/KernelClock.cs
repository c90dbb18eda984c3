namespace Kiln.Kernel;

/// <summary>The system's clock with timers on a thread of their own.</summary>
/// <remarks>
/// Timers of .NET fire on the thread pool. A cell may keep that busy with its own work for seconds, and what it prints meanwhile, or
/// an interrupt, must not wait behind it. Callbacks are short and never wait for one another's work.
/// </remarks>
internal sealed class KernelClock : TimeProvider
{
    private readonly object _gate = new();
    private readonly PriorityQueue<(Alarm Alarm, int Setting), long> _due = new();
    private bool _isStarted;

    /// <summary>The clock of this process.</summary>
    public static KernelClock Instance { get; } = new();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    private void Schedule(Alarm alarm, int setting, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _due.Enqueue((alarm, setting), Environment.TickCount64 + (long)Math.Ceiling(dueTime.TotalMilliseconds));
            if (!_isStarted) new Thread(Ring) { IsBackground = true, Name = "clock" }.Start();
            _isStarted = true;
            Monitor.Pulse(_gate);
        }
    }

    private void Ring()
    {
        while (true)
        {
            var (alarm, setting) = Next();
            alarm.Ring(setting);
        }
    }

    private (Alarm Alarm, int Setting) Next()
    {
        lock (_gate)
        {
            while (true)
            {
                if (!_due.TryPeek(out _, out var at)) Monitor.Wait(_gate);
                else if (at - Environment.TickCount64 is var left and > 0) Monitor.Wait(_gate, (int)Math.Min(left, int.MaxValue));
                else return _due.Dequeue();
            }
        }
    }

    /// <summary>One timer. A setting that was changed since it was scheduled is not rung for.</summary>
    private sealed class Alarm(KernelClock clock, Action callback) : ITimer
    {
        private readonly Lock _lock = new();
        private readonly ExecutionContext? _context = ExecutionContext.Capture();
        private TimeSpan _period;
        private int _setting;
        private bool _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_lock)
            {
                if (_isDisposed) return false;
                (_period, _setting) = (period, _setting + 1);
                if (dueTime >= TimeSpan.Zero) clock.Schedule(this, _setting, dueTime);
                return true;
            }
        }

        public void Ring(int setting)
        {
            lock (_lock)
            {
                if (_isDisposed || setting != _setting) return;
                if (_period > TimeSpan.Zero) clock.Schedule(this, setting, _period);
            }
            if (_context is null) callback();
            else ExecutionContext.Run(_context, static run => ((Action)run!)(), callback);
        }

        public void Dispose()
        {
            lock (_lock) _isDisposed = true;
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
