using System.Collections.Immutable;

namespace Kiln.Kernel;

/// <summary>The publishing socket: waits for front ends that read slowly, and goes on without those that do not read at all.</summary>
/// <remarks>
/// libzmq alone would either drop what a slow reader has no room for, without a word, or keep it without a limit.
/// Nobody subscribed: libzmq drops at once, and nothing is kept.
/// </remarks>
/// <param name="socket">A socket of type PUB; used by one thread.</param>
/// <param name="time">Measures the patience.</param>
/// <param name="log">Takes one line when a reader is given up.</param>
internal sealed class OutputSocket(nint socket, TimeProvider time, Action<string> log)
{
    /// <summary>How many messages libzmq keeps for each front end that has not read them.</summary>
    public const int MostWaiting = 1000;

    /// <summary>How long output waits for a front end that reads nothing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private long? _fullSince;

    /// <summary>Sends a message.</summary>
    /// <returns>False where it has to be sent again later.</returns>
    public bool TrySend(ImmutableArray<byte[]> frames)
    {
        Zmq.SetOption(socket, Zmq.NoDrop, 1);
        if (Zmq.Send(socket, frames, Zmq.DontWait))
        {
            _fullSince = null;
            return true;
        }
        if (!Zmq.LastCallWouldBlock) throw new IOException($"IOPub: not sent: {Zmq.LastError}");
        _fullSince ??= time.GetTimestamp();
        if (time.GetElapsedTime(_fullSince.Value) < Patience) return false;
        GoOnWithoutIt(frames);
        return true;
    }

    // Those who read get everything. libzmq leaves the full one out of account from now on, until it has read again.
    private void GoOnWithoutIt(ImmutableArray<byte[]> frames)
    {
        log($"IOPub: a front end has read nothing for {Patience.TotalSeconds} s; it misses output until it reads again");
        _fullSince = null;
        Zmq.SetOption(socket, Zmq.NoDrop, 0);
        Zmq.Send(socket, frames, Zmq.DontWait);
    }
}
