using System.Collections.Immutable;

namespace Kiln.Kernel;

/// <summary>What waits to be sent, in order. Output waits for room: a cell that shows faster than it is read becomes slower, not larger.</summary>
/// <param name="codec">Signs.</param>
/// <param name="mostBytes">How much may wait before output has to.</param>
internal sealed class OutgoingMessages(MessageCodec codec, long mostBytes)
{
    private readonly Lock _encoding = new();
    private readonly object _gate = new();
    private readonly Queue<Outgoing> _queue = new();
    private long _bytes;
    private bool _closed;

    /// <summary>Adds a message; one with output in it waits for room.</summary>
    public void Add(Channel channel, Message message)
    {
        var interrupted = IsBulk(channel, message) && !WaitForRoom();
        // Encoding under the queue's order: message ids rise as they are sent.
        lock (_encoding)
        {
            var next = new Outgoing(channel, codec.Encode(message));
            lock (_gate)
            {
                _queue.Enqueue(next);
                _bytes += next.Bytes;
            }
        }
        // The message must not get lost in an interrupt of its cell; the cell's next wait meets the interrupt.
        if (interrupted) Thread.CurrentThread.Interrupt();
    }

    /// <summary>The next message, which stays; null where none waits.</summary>
    public Outgoing? Next()
    {
        lock (_gate) return _queue.TryPeek(out var next) ? next : null;
    }

    /// <summary>Takes the next message away.</summary>
    public void Sent()
    {
        lock (_gate)
        {
            _bytes -= _queue.Dequeue().Bytes;
            if (_bytes <= mostBytes) Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Nobody waits any more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }

    // Status and replies never wait: they are small, and a question is answered while a cell waits.
    private static bool IsBulk(Channel channel, Message message) => channel == Channel.IOPub && message.Type != "status";

    private bool WaitForRoom()
    {
        try
        {
            lock (_gate)
                while (_bytes > mostBytes && !_closed) Monitor.Wait(_gate);
            return true;
        }
        catch (ThreadInterruptedException)
        {
            return false;
        }
    }
}

/// <summary>One message, signed and cut into frames.</summary>
/// <param name="Channel">Where it goes.</param>
/// <param name="Frames">Its frames.</param>
internal sealed record Outgoing(Channel Channel, ImmutableArray<byte[]> Frames)
{
    /// <summary>What it takes in memory.</summary>
    public long Bytes { get; } = Frames.Sum(frame => (long)frame.Length);
}
