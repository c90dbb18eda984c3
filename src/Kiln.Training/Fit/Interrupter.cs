namespace Kiln.Training;

/// <summary>Why a training is asked to stop.</summary>
public enum StopReason
{
    /// <summary>The user interrupted it.</summary>
    User,

    /// <summary>Its time is up.</summary>
    TimeLimit,

    /// <summary>Its loss is not finite, or grows without end.</summary>
    Diverged,

    /// <summary>A search found it not promising.</summary>
    Pruned,
}

/// <summary>Asks a training to stop; polled at every batch, so it stops within one. The first request counts.</summary>
/// <remarks>Thread-safe. One for each run.</remarks>
public sealed class Interrupter
{
    private const int None = -1;
    private int _reason = None;

    /// <summary>Whether a stop has been requested.</summary>
    public bool IsRequested => Volatile.Read(ref _reason) != None;

    /// <summary>The reason of the first request; null while there is none.</summary>
    public StopReason? Reason => Volatile.Read(ref _reason) is var reason && reason == None ? null : (StopReason)reason;

    /// <summary>Asks the training to stop.</summary>
    /// <param name="reason">Why; later requests do not change it.</param>
    public void Request(StopReason reason) => Interlocked.CompareExchange(ref _reason, (int)reason, None);
}
