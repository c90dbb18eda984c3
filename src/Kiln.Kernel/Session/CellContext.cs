using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>One running cell: whom its output belongs to and whether it was interrupted.</summary>
/// <remarks>
/// Follows the cell's code into its tasks and threads, so that late output still goes to the cell that caused it.
/// Code without a flow of its own (native threads) writes to the newest cell.
/// </remarks>
internal sealed class CellContext
{
    private static readonly AsyncLocal<CellContext?> Ambient = new();
    private static volatile CellContext? _newest;
    private readonly CancellationTokenSource _interrupt = new();
    private readonly StopSign _ownThread = new();
    private readonly StopSign _otherThreads = new();
    private volatile bool _interruptIsHandled;
    private volatile bool _givenUp;
    private volatile bool _wasInterrupted;
    private volatile Thread? _thread;

    public static CellContext? Current => Ambient.Value ?? _newest;

    /// <summary>The cell that the calling code belongs to for certain; null for code without a flow of its own.</summary>
    public static CellContext? OfFlow => Ambient.Value;

    public required CellOutput Output { get; init; }

    public required InputRequests Input { get; init; }

    /// <summary>Comms with the page.</summary>
    public required CommTable Comms { get; init; }

    /// <summary>What the cell wants to be shown in the pager.</summary>
    public ConcurrentQueue<MimeBundle> Pages { get; } = new();

    /// <summary>Header of the request that runs the cell.</summary>
    public byte[] Header { get; init; } = [];

    /// <summary>Who sent the cell: input requests go there.</summary>
    public ImmutableArray<byte[]> Identities { get; init; } = [];

    public bool AllowsInput { get; init; }

    /// <summary>What errors call this cell.</summary>
    public string Name { get; init; } = "Cell";

    /// <summary>Whether somebody sees what the cell shows.</summary>
    public bool IsLookedAt { get; init; } = true;

    public CancellationToken Interrupted => _interrupt.Token;

    /// <summary>Set once the cell's own code (a training) watches for the interrupt: the kernel then gives it time to end in order.</summary>
    public bool InterruptIsHandled
    {
        get => _interruptIsHandled;
        set => _interruptIsHandled = value;
    }

    /// <summary>The thread that runs the cell's own code.</summary>
    public Thread? Thread
    {
        get => _thread;
        set => _thread = value;
    }

    /// <summary>Makes this the current cell of the calling flow.</summary>
    public void Enter()
    {
        Ambient.Value = this;
        _newest = this;
    }

    /// <summary>Makes this the cell of the calling flow only: code without a flow of its own still belongs to the newest cell.</summary>
    public void EnterFlow() => Ambient.Value = this;

    /// <summary>Whether the user asked the cell to stop; true from the first moment, before the token has told anybody.</summary>
    public bool WasInterrupted => _wasInterrupted;

    /// <summary>What the loops of the calling thread look at.</summary>
    public StopSign StopSign => System.Threading.Thread.CurrentThread == _thread ? _ownThread : _otherThreads;

    public void Interrupt()
    {
        _wasInterrupted = true;
        _ownThread.Raise();
        // A training that handles the interrupt ends by itself: see ThrowIfInterrupted.
        if (!_interruptIsHandled) _otherThreads.Raise();
        // On another thread: code of the cell that listens to the token must not hold up the caller.
        _ = Task.Run(_interrupt.Cancel);
    }

    /// <summary>Why the cell's own code ended it early; null where it did not.</summary>
    public string? EndReason { get; private set; }

    /// <summary>Stops the cell as the user does; null while it does not run.</summary>
    public Action? Stop { get; set; }

    /// <summary>Tells of exceptions in this cell's threads.</summary>
    public FailureReport? Failures { get; init; }

    /// <summary>Ends the cell from within.</summary>
    public void End(string reason)
    {
        EndReason = reason;
        Interrupt();
        if (Stop is { } stop) stop();
        else Output.Write("stderr", reason + "\n");
    }

    /// <summary>Ends the time that <see cref="InterruptIsHandled"/> gave.</summary>
    public void GiveUp()
    {
        _givenUp = true;
        if (_wasInterrupted) _otherThreads.Raise();
    }

    /// <summary>Stops the calling code if its cell was interrupted.</summary>
    /// <remarks>
    /// While a training handles the interrupt, its threads are let alone: an exception out of the model's own code would make a
    /// failed run of a stopped one.
    /// </remarks>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public void ThrowIfInterrupted()
    {
        var spared = _interruptIsHandled && !_givenUp && System.Threading.Thread.CurrentThread != _thread;
        if (!spared) Interrupted.ThrowIfCancellationRequested();
    }
}
